package org.parley.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import org.parley.setting.Rules;

/** Where the database is kept. */
@ConfigMapping(prefix = "parley.data")
public interface DataConfig {

    /** The folder of the database; made if it is missing. Not used where the database is in memory. */
    @WithDefault("./data")
    @WithConverter(Rules.DatabaseFolder.class)
    Path directory();
}
