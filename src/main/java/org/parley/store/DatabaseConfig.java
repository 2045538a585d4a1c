package org.parley.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;
import org.parley.setting.Rules;

/** The PostgreSQL database that holds the record, in the place of the embedded one. */
@ConfigMapping(prefix = "parley.database")
public interface DatabaseConfig {

    /** {@code jdbc:postgresql://host:port/database}; empty for the embedded database. */
    @WithConverter(Rules.PostgresUrl.class)
    Optional<String> url();

    /** Who opens it; empty for the user of the operating system. */
    @WithConverter(Rules.Secret.class)
    Optional<String> user();

    /** The user's password; empty if the server asks for none. It stands in no message. */
    @WithConverter(Rules.Secret.class)
    Optional<String> password();
}
