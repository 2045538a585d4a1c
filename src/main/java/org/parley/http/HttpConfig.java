package org.parley.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.parley.setting.Origin;
import org.parley.setting.Rules;

/** Where Parley listens, and which clients it serves. */
@ConfigMapping(prefix = "parley.http")
public interface HttpConfig {
    String PORT = "8080";
    String HOST = "0.0.0.0";

    /** The port to listen on, 0 to 65535; 0 picks a free one. */
    @WithDefault(PORT)
    @WithConverter(Rules.Port.class)
    int port();

    /** The address to listen on: a host name or an IP address, without a port. */
    @WithDefault(HOST)
    @WithConverter(Rules.Host.class)
    String host();

    /** How long a client may take to send the body of a request; afterwards it gets status 408. */
    @WithDefault("30s")
    @WithConverter(Rules.Time.class)
    Duration bodyTimeout();

    /** Which web pages of other origins may read answers (CORS). */
    Cors cors();

    interface Cors {
        /** The allowed origins, such as {@code https://example.org}; {@code *} allows all; if left out, none is allowed. */
        Optional<List<@WithConverter(Origin.class) String>> origins();
    }
}
