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

    /** A folder in the format of {@code seed/README.md}; if left out, the record inside the program is loaded. */
    Optional<@WithConverter(Rules.FilePath.class) Path> directory();

    /** Whether the folder is loaded again when its files change. */
    @WithDefault("false")
    @WithConverter(Rules.Switch.class)
    boolean watch();

    /** Whether Parley fails to start if the folder can't be loaded, even if the database holds an earlier record from it. */
    @WithDefault("false")
    @WithConverter(Rules.Switch.class)
    boolean strict();
}
