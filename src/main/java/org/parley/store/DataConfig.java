package org.parley.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import org.parley.setting.Rules;

/** Where the embedded database is stored. */
@ConfigMapping(prefix = "parley.data")
public interface DataConfig {

    /** The folder of the database file; created if it is missing. Not used by a database in memory, nor by PostgreSQL. */
    @WithDefault("./data")
    @WithConverter(Rules.DatabaseFolder.class)
    Path directory();
}
