package org.parley.curator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.setting.Rules;

/** Who may change the record. */
@ConfigMapping(prefix = "parley.curators")
interface CuratorConfig {

    /** A JSON file with the name, the role and the SHA-256 of the token of each curator; if left out, nobody has a token. */
    @WithParentName
    Optional<@WithConverter(Rules.FilePath.class) Path> file();
}
