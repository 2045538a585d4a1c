package org.parley.pages;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;
import org.parley.setting.WebAddress;

/** The pages for readers. */
@ConfigMapping(prefix = "parley.pages")
interface PagesConfig {

    /** The address under which readers reach Parley, without a slash at its end; if left out, pages only link to each other. */
    Optional<@WithConverter(WebAddress.class) String> address();
}
