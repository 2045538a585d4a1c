package org.parley.record;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.setting.Rules;

/** The documents that quotations are checked against. */
@ConfigMapping(prefix = "parley.documents")
interface DocumentsConfig {

    /**
     * A folder with the texts of the sources, each in the file that its source names as {@code document}; if left out, no quotation is
     * checked.
     */
    Optional<@WithConverter(Rules.FilePath.class) Path> directory();
}
