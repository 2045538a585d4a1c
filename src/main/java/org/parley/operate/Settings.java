package org.parley.operate;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.parley.setting.Origin;
import org.parley.setting.Rules;

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
        @WithConverter(Format.Rule.class)
        Format format();

        /** The least level that is logged: TRACE and DEBUG tell more than INFO, WARN and ERROR less. */
        @WithDefault("INFO")
        @WithConverter(Rules.LogLevel.class)
        Level level();

        enum Format {
            /** For a person. */
            TEXT,
            /** One JSON object a line, for a collector of logs. */
            JSON;

            /** The word must be one of these. */
            public static final class Rule extends Rules.OneOf<Format> {
                private static final long serialVersionUID = 1;

                public Rule() {
                    super(Format.class);
                }

                @Override
                public Format convert(String value) {
                    return given(value);
                }
            }
        }
    }

    @ConfigMapping(prefix = "parley.http")
    public interface Http {

        /** How long a client may take to send the body of a request. */
        @WithDefault("30s")
        @WithConverter(Rules.Time.class)
        Duration bodyTimeout();

        /** Who may ask from a web page of another origin. */
        Cors cors();

        interface Cors {
            /** The origins, such as {@code https://example.org}, whose web pages may ask Parley; {@code *} for all; none if left out. */
            Optional<List<@WithConverter(Origin.class) String>> origins();
        }
    }

    @Unremovable
    @ConfigMapping(prefix = "parley.telemetry")
    public interface Telemetry {

        /** Where a collector takes traces by OTLP over HTTP, such as {@code http://localhost:4318}; none are made if left out. */
        Optional<@WithConverter(Rules.Url.class) URI> endpoint();
    }

    @Unremovable
    @ConfigMapping(prefix = "parley.shutdown")
    public interface Shutdown {

        /** How long requests that have begun may take to end once Parley is told to end. */
        @WithDefault("8s")
        @WithConverter(Rules.TimeOrNone.class)
        Duration timeout();

        /** How long Parley goes on as ever, but not ready, once it is told to end, so that a load balancer can turn away. */
        @WithDefault("0s")
        @WithConverter(Rules.TimeOrNone.class)
        Duration delay();
    }
}
