package org.parley.record;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.setting.Rules;

/** Where the record comes from. */
@ConfigMapping(prefix = "parley.seed")
public interface SeedConfig {

    /** A folder in the format of {@code seed/README.md}; the record inside the program if left out. */
    Optional<@WithConverter(Rules.FilePath.class) Path> directory();

    /** Whether the folder is loaded anew when its files have changed. */
    @WithDefault("false")
    @WithConverter(Rules.Switch.class)
    boolean watch();

    /** Whether a folder that can't be loaded ends the start, even where the database holds an earlier record of it. */
    @WithDefault("false")
    @WithConverter(Rules.Switch.class)
    boolean strict();
}
