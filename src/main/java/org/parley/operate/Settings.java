package org.parley.operate;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;

/**
 * The settings for those who run Parley. Most are read by the parts below it, by way of application.properties and
 * {@link DerivedSettings}; they stand here so that a wrong one ends the start.
 */
public final class Settings {

    private Settings() {}

    @Unremovable
    @ConfigMapping(prefix = "parley.log")
    public interface Log {

        /** How a line of the log looks. */
        @WithDefault("text")
        Format format();

        /** The least level that is logged: TRACE and DEBUG tell more than INFO, WARN and ERROR less. */
        @WithDefault("INFO")
        Level level();

        enum Format {
            /** For a person. */
            TEXT,
            /** One JSON object a line, for a collector of logs. */
            JSON
        }
    }

    @ConfigMapping(prefix = "parley.http")
    public interface Http {

        /** How long a client may take to send the headers of a request. */
        @WithDefault("30s")
        Duration headerTimeout();

        /** How long a client may take to send the body of a request. */
        @WithDefault("30s")
        Duration bodyTimeout();

        /** Who may ask from a web page of another origin. */
        Cors cors();

        interface Cors {
            String ORIGIN = "\\*|https?://[^/\\s]+";
            String ORIGIN_RULE = "must be an origin, as https://example.org, or *";

            /** The origins, such as {@code https://example.org}, whose web pages may ask Parley; {@code *} for all; none if left out. */
            Optional<List<@Pattern(regexp = ORIGIN, message = ORIGIN_RULE) String>> origins();
        }
    }

    @Unremovable
    @ConfigMapping(prefix = "parley.telemetry")
    public interface Telemetry {

        /** Where a collector takes traces by OTLP over HTTP, such as {@code http://localhost:4318}; none are made if left out. */
        Optional<URI> endpoint();
    }

    @Unremovable
    @ConfigMapping(prefix = "parley.shutdown")
    public interface Shutdown {

        /** How long requests that have begun may take to end once Parley is told to end. */
        @WithDefault("8s")
        Duration timeout();

        /** How long Parley goes on as ever, but not ready, once it is told to end, so that a load balancer can turn away. */
        @WithDefault("0s")
        Duration delay();
    }
}
