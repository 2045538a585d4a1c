package org.parley.http;

import static io.quarkus.vertx.http.runtime.options.HttpServerOptionsUtils.RANDOM_PORT_MAIN_HTTP;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.smallrye.config.DefaultValuesConfigSource;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/**
 * Sets the address that the server listens on: {@code parley.http.host} and {@code parley.http.port}. The file application.properties
 * could set {@code quarkus.http.host} and {@code quarkus.http.port} to them. But nearly every start sets one of them, and would then
 * have to map all settings of {@code quarkus.http} again, which the native executable otherwise has from build time.
 *
 * <p>If {@code quarkus.http.host} or {@code quarkus.http.port} is set, it wins: the tests of the packaged program set them.
 */
@Singleton
class Listening implements HttpServerOptionsCustomizer {
    private final HttpConfig settings;
    private final Config config;

    Listening(HttpConfig settings, Config config) {
        this.settings = settings;
        this.config = config;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        setHost(options);
        // Tests within the JVM use quarkus.http.test-port.
        if (LaunchMode.current() != LaunchMode.TEST && !isSet("quarkus.http.port")) {
            options.setPort(settings.port() == 0 ? RANDOM_PORT_MAIN_HTTP : settings.port());
        }
    }

    /** Called if a certificate is configured ({@code quarkus.http.ssl}). HTTPS has its own port, and the same host as HTTP. */
    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        setHost(options);
    }

    private void setHost(HttpServerOptions options) {
        if (!isSet("quarkus.http.host")) {
            options.setHost(settings.host());
        }
    }

    private boolean isSet(String name) {
        return config.getConfigValue(name).getSourceOrdinal() != DefaultValuesConfigSource.ORDINAL;
    }
}
