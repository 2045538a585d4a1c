package org.parley.http;

import static io.quarkus.vertx.http.runtime.options.HttpServerOptionsUtils.RANDOM_PORT_MAIN_HTTP;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.smallrye.config.DefaultValuesConfigSource;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/**
 * Where the server listens: at {@code parley.http.host} and {@code parley.http.port}. They could be named in
 * application.properties as {@code quarkus.http.host} and {@code quarkus.http.port}; but nearly every start sets one of them, and would
 * then have to make all settings of {@code quarkus.http} anew, which the executable otherwise takes from its build.
 *
 * <p>Those two are obeyed if somebody sets them, as the tests of the finished program do.
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
        // Tests within the JVM have a port of their own.
        if (LaunchMode.current() != LaunchMode.TEST && !isSet("quarkus.http.port")) {
            options.setPort(settings.port() == 0 ? RANDOM_PORT_MAIN_HTTP : settings.port());
        }
    }

    /** Where there is a certificate ({@code quarkus.http.ssl}): at a port of its own, and at no other address than HTTP. */
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
