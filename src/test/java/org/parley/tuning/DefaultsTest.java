package org.parley.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found fast is what the configuration library finds. */
class DefaultsTest {
    private static final Map<String, String> DEFAULTS = Map.of(
            "log.level", "INFO",
            "log.category.*.level", "inherit",
            "log.category.\"sql\".level", "WARN",
            "log.category.*.*.deep", "two",
            "source.*.jdbc.size", "50",
            "server.hosts[*].port", "80",
            "*.first", "any");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log.level",
                "log.category.level",
                "log.category.\"org.parley\".level",
                "log.category.\"sql\".level",
                "log.category.*.level",
                "log.category.a.b.deep",
                "log.category.a.b.c.deep",
                "source",
                "source.main",
                "source.main.jdbc.size",
                "source.*.jdbc.size",
                "source.main.jdbc",
                "sources.main.jdbc.size",
                "server.hosts[3].port",
                "server.hosts[x].port",
                "server.hosts.port",
                "whatever.first",
                "unknown"
            })
    void finds_what_the_library_finds(String name) {
        SmallRyeConfig fast = settings().withCustomizers(Defaults::of).build();
        assertThat(fast.getConfigValue(name).getValue())
                .isEqualTo(settings().build().getConfigValue(name).getValue());
        assertThat(fast.getPropertyNames())
                .containsExactlyInAnyOrderElementsOf(settings().build().getPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"log.category.mine.level", "log.category.\"sql\".level", "log.level"})
    void what_is_set_comes_before(String name) {
        SmallRyeConfig fast = settings()
                .withCustomizers(Defaults::of)
                .withSources(new PropertiesConfigSource(Map.of(name, "set"), "set", 0))
                .build();
        assertThat(fast.getConfigValue(name).getValue()).isEqualTo("set");
    }

    private static SmallRyeConfigBuilder settings() {
        return new SmallRyeConfigBuilder().withDefaultValues(DEFAULTS);
    }
}
