package org.parley.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.parley.setting.Origin;
import org.parley.setting.Rules;

/** Where Parley listens, and from whom it takes requests. */
@ConfigMapping(prefix = "parley.http")
public interface HttpConfig {
    String PORT = "8080";
    String HOST = "0.0.0.0";

    /** The port to listen on, 0 to 65535; 0 takes one that is free. */
    @WithDefault(PORT)
    @WithConverter(Rules.Port.class)
    int port();

    /** The address to listen on, as a name or a number. */
    @WithDefault(HOST)
    @WithConverter(Rules.Host.class)
    String host();

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
