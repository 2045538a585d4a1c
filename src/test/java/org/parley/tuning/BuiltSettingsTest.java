package org.parley.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.runtime.logging.LogRuntimeConfig;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.VertxHttpBuildTimeConfig;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;
import org.parley.OnlyOn;
import org.parley.http.HttpConfig;
import org.parley.start.EnvironmentVariables;
import org.parley.start.EnvironmentVariablesTest;
import org.parley.start.Parley;
import org.parley.start.StartFailure;

/** What a build would take into the executable, made here. */
@AnyDatabase
@QuarkusTest
class BuiltSettingsTest {
    private static BuiltSettings.Made made;

    @BeforeAll
    static void make() {
        made = BuiltSettings.Made.now();
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "no address among the settings of the tests")
    void they_are_what_a_start_makes_of_them() {
        SmallRyeConfig start = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        assertThat(made.objects()).hasSizeGreaterThan(30);
        made.objects().forEach((mapping, mapped) -> {
            assertThat(told(mapped.object()))
                    .as(mapping.getType().getName())
                    .isEqualTo(told(start.getConfigMapping(mapping.getType(), mapping.getPrefix())));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "PARLEY_HTTP_PORT, parley.http",
        "%test.parley.http.port, parley.http",
        "PARLEY_LOG_LEVEL, parley.log quarkus.log",
        "PARLEY_LIMITS_COST, parley.limits",
        "PARLEY_HTTP_CORS_ORIGINS_0_, parley.http",
        "QUARKUS_HTTP_CORS_ENABLED, quarkus.http",
        "PARLEY_DATA_DIRECTORY, parley.data"
    })
    void what_depends_on_a_setting_is_made_anew_where_it_is_set(String name, String anew) {
        assertThat(String.join(" ", new TreeSet<>(prefixes(made.changedBy(Set.of(made.plain(name)))))))
                .isEqualTo(anew);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATH",
                "HOME",
                "HOSTNAME",
                "LANG",
                "PWD",
                "SHLVL",
                "TERM",
                "_",
                "KUBERNETES_SERVICE_HOST",
                "KUBERNETES_PORT",
                "PARLEY_SERVICE_HOST",
                "PARLEY_SERVICE_PORT_HTTP",
                "PARLEY_PORT",
                "PARLEY_PORT_8080_TCP",
                "PARLEY_PORT_8080_TCP_ADDR",
                "JAVA_IO_TMPDIR",
                "JAVA_VERSION",
                "USER_DIR",
                "USER_HOME",
                "OS_NAME",
                "FILE_ENCODING"
            })
    void what_any_machine_has_set_changes_nothing(String name) {
        assertThat(BuiltSettings.Made.isOfParts(made.plain(name))).isFalse();
        assertThat(prefixes(made.changedBy(Set.of(made.plain(name))))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUARKUS_HTTP_PORT",
                "QUARKUS_PROFILE",
                "_TEST_QUARKUS_HTTP_PORT",
                "SMALLRYE_CONFIG_LOCATIONS",
                "MP_CONFIG_PROFILE",
                "OTEL_SERVICE_NAME"
            })
    void whoever_sets_what_is_below_us_gets_all_of_it_anew(String name) {
        assertThat(BuiltSettings.Made.isOfParts(made.plain(name))).isTrue();
    }

    @Test
    void a_start_takes_what_nothing_of_its_own_changes() {
        mustBeOn();
        SmallRyeConfig start = start(
                Map.of("PARLEY_HTTP_PORT", "9", "PARLEY_LOG_LEVEL", "DEBUG", "PATH", "/bin"),
                Map.of("java.io.tmpdir", "/tmp"));
        Set<String> anew = new TreeSet<>();
        made.objects().forEach((mapping, mapped) -> {
            if (start.getConfigMapping(mapping.getType(), mapping.getPrefix()) != mapped.object()) {
                anew.add(mapping.getPrefix() + " " + mapping.getType().getSimpleName());
            }
        });
        assertThat(anew)
                .containsExactly("parley.http HttpConfig", "parley.log LogConfig", "quarkus.log LogRuntimeConfig");
        assertThat(start.getConfigMapping(LogRuntimeConfig.class).level()).hasToString("DEBUG");
        assertThat(start.getConfigMapping(HttpConfig.class).port()).isEqualTo(9);
        assertThat(start.getValue("quarkus.http.idle-timeout", String.class)).isEqualTo("60S");
        assertThat(start.getValue("quarkus.vertx.caching", boolean.class)).isFalse();
    }

    /** In a namespace with Services of these names. */
    @Test
    void where_a_service_is_changes_nothing() {
        mustBeOn();
        Map<String, String> environment = new HashMap<>(EnvironmentVariablesTest.ofService("PARLEY", "10.0.0.1"));
        environment.putAll(EnvironmentVariablesTest.ofService("PARLEY_HTTP", "10.0.0.2"));
        environment.putAll(EnvironmentVariablesTest.ofService("OTEL_COLLECTOR", "10.0.0.3"));
        environment.putAll(EnvironmentVariablesTest.ofService("QUARKUS_HTTP", "10.0.0.4"));
        SmallRyeConfig start = start(new EnvironmentVariables(environment, Parley.SETTINGS).values(), Map.of());
        made.objects().forEach((mapping, mapped) -> assertThat(
                        (Object) start.getConfigMapping(mapping.getType(), mapping.getPrefix()))
                .as(mapping.getPrefix())
                .isSameAs(mapped.object()));
        assertThat(start.getConfigMapping(HttpConfig.class).port()).isEqualTo(8080);
        // For who names it: parley.telemetry.endpoint=http://${OTEL_COLLECTOR_SERVICE_HOST}:4318
        assertThat(start.getValue("OTEL_COLLECTOR_SERVICE_HOST", String.class)).isEqualTo("10.0.0.3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            https://a.example, https://b.example       | https://a.example,https://b.example
            HTTPS://A.example:443/ ,http://B.example:80 | https://a.example,http://b.example
            https://a.example, *                       | https://a.example,*
            https://a.example,,                        | https://a.example""")
    void origins_are_read_as_browsers_send_them(String value, String origins) {
        SmallRyeConfig start = start(Map.of("PARLEY_HTTP_CORS_ORIGINS", value), Map.of());
        assertThat(String.join(",", originsOf(start))).isEqualTo(origins);
    }

    @Test
    void origins_may_each_have_a_line_of_a_file() {
        SmallRyeConfig start = start(
                Map.of(),
                Map.of("parley.http.cors.origins[0]", "https://A.example", "parley.http.cors.origins[1]", "http://b"));
        assertThat(originsOf(start)).containsExactly("https://a.example", "http://b");
    }

    private static List<String> originsOf(SmallRyeConfig start) {
        return start.getConfigMapping(HttpConfig.class).cors().origins().orElseThrow();
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThatThrownBy(() -> start(
                        Map.of(
                                "PARLEY_LIMITS_RUNNING", "0",
                                "PARLEY_LIMITS_DEPTH", "-1",
                                "PARLEY_LIMITS_TIME", "0s",
                                "PARLEY_HTTP_PORT", "many",
                                "PARLEY_HTTP_CORS_ORIGINS", "https://a.example, example.org",
                                "PARLEY_DATA_DIRECTORY", "./a;b",
                                "PARLEY_LOG_FORMAT", "yaml",
                                "PARLEY_LOG_LEVEL", "LOUD"),
                        Map.of()))
                .satisfies(
                        failure -> assertThat(new StartFailure(failure).sentence())
                                .hasValue(
                                        """
                        parley.data.directory (PARLEY_DATA_DIRECTORY) must be a folder without ; in its path, where the database's address would end, not "./a;b"
                        parley.http.cors.origins (PARLEY_HTTP_CORS_ORIGINS) must be an origin, as https://example.org, or *, not "example.org"
                        parley.http.port (PARLEY_HTTP_PORT) must be 0 to 65535, not "many"
                        parley.limits.depth (PARLEY_LIMITS_DEPTH) must be 1 or more, not -1
                        parley.limits.running (PARLEY_LIMITS_RUNNING) must be 1 to 250, not 0
                        parley.limits.time (PARLEY_LIMITS_TIME) must be a time from 1ms to 24h, as 500ms, 30s or 2m, not "0s"
                        parley.log.format (PARLEY_LOG_FORMAT) must be text or json, not "yaml"
                        parley.log.level (PARLEY_LOG_LEVEL) must be TRACE, DEBUG, INFO, WARN or ERROR, not "LOUD\""""));
    }

    @ParameterizedTest
    @CsvSource({
        "PARLEY_LOG_LEVEL, DEBUG",
        "PARLEY_LOG_FORMAT, json",
        "PARLEY_HTTP_CORS_ORIGINS, https://example.org",
        "PARLEY_SHUTDOWN_DELAY, 3s",
        "PARLEY_DATA_DIRECTORY, /elsewhere"
    })
    void what_is_made_anew_is_what_all_would_come_to(String name, String value) {
        SmallRyeConfig start = start(Map.of(name, value), Map.of());
        SmallRyeConfig anew = start(null, Map.of(name, value), Map.of());
        made.objects().keySet().forEach(mapping -> assertThat(
                        told(start.getConfigMapping(mapping.getType(), mapping.getPrefix())))
                .as(mapping.getType().getName())
                .isEqualTo(told(anew.getConfigMapping(mapping.getType(), mapping.getPrefix()))));
    }

    /** Quarkus hands them over, and lists them among those that are still to be made. */
    @Test
    void what_a_build_has_fixed_is_made_once() {
        mustBeOn();
        SmallRyeConfig first = start(Map.of(), Map.of());
        SmallRyeConfig second = start(Map.of("PARLEY_HTTP_PORT", "9"), Map.of());
        assertThat(second.getConfigMapping(VertxHttpBuildTimeConfig.class))
                .isSameAs(first.getConfigMapping(VertxHttpBuildTimeConfig.class));
    }

    @Test
    void the_level_of_the_log_is_known() {
        assertThat(made.object(LogRuntimeConfig.class).level()).hasToString("INFO");
    }

    @Test
    void a_start_with_a_setting_of_a_part_takes_nothing() {
        SmallRyeConfig start = start(Map.of("QUARKUS_LOG_CATEGORY__MINE__LEVEL", "DEBUG"), Map.of());
        made.objects().forEach((mapping, mapped) -> assertThat(
                        (Object) start.getConfigMapping(mapping.getType(), mapping.getPrefix()))
                .isNotSameAs(mapped.object()));
        assertThat(start.getConfigMapping(LogRuntimeConfig.class).categories()).containsKey("mine");
        assertThat(start.getPropertyNames()).contains("quarkus.http.idle-timeout");
    }

    @Test
    void a_misspelt_property_of_ours_is_told() {
        assertThatThrownBy(() -> start(Map.of(), Map.of("parley.limits.costs", "1")))
                .hasMessageContaining("parley.limits.costs");
    }

    private static void mustBeOn() {
        assumeTrue(Tuning.BUILT_SETTINGS.isOn(), "a start takes nothing where this tuning is off");
    }

    /** As the executable does. */
    private static SmallRyeConfig start(Map<String, String> environment, Map<String, String> properties) {
        return start(made, environment, properties);
    }

    /** @param built null if nothing is */
    private static SmallRyeConfig start(
            BuiltSettings.Made built, Map<String, String> environment, Map<String, String> properties) {
        BuiltSettings.made = built;
        try {
            SmallRyeConfigBuilder builder = BuiltSettings.Made.ofProgram();
            builder.getSourceProviders().clear();
            builder.withCustomizers(own -> own.setAddDefaultSources(false)
                    .setAddSystemSources(false)
                    .setAddPropertiesSources(false)
                    .withSources(new EnvConfigSource(environment, 300))
                    .withSources(new PropertiesConfigSource(properties, "properties", 400)));
            return builder.build();
        } finally {
            BuiltSettings.made = null;
        }
    }

    private static Set<String> prefixes(Collection<ConfigClass> mappings) {
        return mappings.stream().map(ConfigClass::getPrefix).collect(Collectors.toSet());
    }

    /** All that an object of settings tells, by the names of its methods. */
    private static Object told(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(BuiltSettingsTest::told);
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(BuiltSettingsTest::told).collect(Collectors.toList());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> told = new TreeMap<>();
            map.forEach((key, element) -> told.put(String.valueOf(key), told(element)));
            return told;
        }
        if (value == null || !value.getClass().getName().endsWith("$$CMImpl")) {
            return String.valueOf(value);
        }
        Map<String, Object> told = new TreeMap<>();
        for (Class<?> settings : value.getClass().getInterfaces()) {
            for (Method method : settings.getMethods()) {
                if (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
                    method.setAccessible(true);
                    try {
                        told.put(method.getName(), told(method.invoke(value)));
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(settings + " " + method, e);
                    }
                }
            }
        }
        return told;
    }
}
