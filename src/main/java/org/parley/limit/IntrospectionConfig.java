package org.parley.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.parley.setting.Rules;

/** Whether clients may read the schema. */
@ConfigMapping(prefix = "parley.introspection")
public interface IntrospectionConfig {

    /** Whether introspection queries are answered, and the schema file and the explorer are served. {@code __typename} always works. */
    @WithDefault("true")
    @WithConverter(Rules.Switch.class)
    boolean enabled();
}
