package org.parley.tuning;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.arc.InterceptionProxy;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.arc.Unremovable;
import io.quarkus.opentelemetry.OpenTelemetryDestroyer;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.opentelemetry.runtime.OpenTelemetryRecorder;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import io.quarkus.runtime.RuntimeValue;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.Map;

/** Creates OpenTelemetry's SDK only if traces are switched on. Quarkus also creates it if {@code quarkus.otel.sdk.disabled} is set. */
@Singleton
class DisabledTelemetry {
    @Produces
    @Singleton
    @Unremovable
    OpenTelemetry telemetry(
            OTelRuntimeConfig settings, Instance<AutoConfiguredOpenTelemetrySdkBuilderCustomizer> customizers) {
        if (settings.sdkDisabled() && Tuning.DISABLED_TELEMETRY.isOn()) {
            GlobalOpenTelemetry.set(OpenTelemetry.noop());
            return OpenTelemetry.noop();
        }
        return new OpenTelemetryRecorder(new RuntimeValue<>(settings))
                .opentelemetryBean()
                .apply(new Customizers(customizers));
    }

    void close(@Disposes OpenTelemetry telemetry) {
        new OpenTelemetryDestroyer().destroy(telemetry, null, Map.of());
    }

    /** The part of a bean's creation context that Quarkus's recorder uses to create the SDK. */
    private record Customizers(Instance<AutoConfiguredOpenTelemetrySdkBuilderCustomizer> customizers)
            implements SyntheticCreationalContext<OpenTelemetry> {
        @Override
        @SuppressWarnings("unchecked")
        public <R> R getInjectedReference(TypeLiteral<R> type, Annotation... qualifiers) {
            return (R) customizers;
        }

        @Override
        public <R> R getInjectedReference(Class<R> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Object> getParams() {
            return Map.of();
        }

        @Override
        public <R> InterceptionProxy<R> getInterceptionProxy() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void push(OpenTelemetry telemetry) {
            // Nothing is created in this context.
        }

        @Override
        public void release() {
            // Nothing was created in this context.
        }
    }
}
