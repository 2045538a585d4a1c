package org.parley.record;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.setting.Rules;

/** What a record is proved by. */
@ConfigMapping(prefix = "parley.documents")
interface DocumentsConfig {

    /** A folder with the texts of the sources, each under the name that its source gives as {@code document}; nothing is proved if left out. */
    Optional<@WithConverter(Rules.FilePath.class) Path> directory();
}
