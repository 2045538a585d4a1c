package org.parley.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import org.parley.setting.Rules;

/** Whether two people must agree on a change. */
@ConfigMapping(prefix = "parley.review")
interface ReviewConfig {

    /** True: the record is changed only by proposals that another curator accepts. */
    @WithParentName
    @WithDefault("false")
    @WithConverter(Rules.Switch.class)
    boolean isRequired();
}
