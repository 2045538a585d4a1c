package org.parley.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;
import org.parley.setting.Rules;

/** The PostgreSQL database that holds the record, instead of the embedded H2 database. */
@ConfigMapping(prefix = "parley.database")
public interface DatabaseConfig {

    /** {@code jdbc:postgresql://host:port/database}; empty for the embedded database. */
    @WithConverter(Rules.PostgresUrl.class)
    Optional<String> url();

    /** The database user; if empty, the name of the operating system's user. */
    @WithConverter(Rules.Secret.class)
    Optional<String> user();

    /** The user's password; empty if the server requires none. No message contains it. */
    @WithConverter(Rules.Secret.class)
    Optional<String> password();
}
