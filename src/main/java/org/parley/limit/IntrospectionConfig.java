package org.parley.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.parley.setting.Rules;

/** Whether the server tells its schema. */
@ConfigMapping(prefix = "parley.introspection")
public interface IntrospectionConfig {

    /** Whether introspection is answered, and the schema file and the explorer are there; {@code __typename} always is. */
    @WithDefault("true")
    @WithConverter(Rules.Switch.class)
    boolean enabled();
}
