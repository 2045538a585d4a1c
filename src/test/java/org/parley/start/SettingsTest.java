package org.parley.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.io.IOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.AnyDatabase;
import org.parley.setting.Rule;

/** The settings of the code, of the README's table and of {@code --help} are the same, with the same defaults. */
@AnyDatabase
class SettingsTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| `(parley\\.\\S+)` \\| `(PARLEY_\\S+)` \\| (?:`([^`]*)`)?", Pattern.MULTILINE);
    private static final Pattern HELP = Pattern.compile("^  (PARLEY_\\S+) +(.*)$", Pattern.MULTILINE);

    /** Found once: to read all classes takes a second. */
    private static final List<Class<?>> MAPPINGS = mappings();

    /** @param standard the default; null where leaving the setting out has a meaning of its own */
    private record Setting(String property, String standard) {
        String variable() {
            return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        }
    }

    @Test
    void the_readme_has_a_row_for_each_and_no_other() throws IOException {
        List<String> rows = ROW.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                .toList();
        assertThat(rows)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(settings().stream()
                        .map(setting -> setting.property() + " " + setting.variable() + " " + setting.standard())
                        .toList());
    }

    @Test
    void the_help_has_an_entry_for_each_and_no_other() throws IOException {
        List<String> entries = HELP.matcher(Files.readString(Path.of("src/main/resources/org/parley/start/help.txt")))
                .results()
                .map(entry -> entry.group(1))
                .toList();
        assertThat(entries)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        settings().stream().map(Setting::variable).toList());
        String help = Files.readString(Path.of("src/main/resources/org/parley/start/help.txt"));
        assertThat(settings()).filteredOn(setting -> setting.standard() != null).allSatisfy(setting -> assertThat(help)
                .containsPattern("  " + setting.variable() + " +" + Pattern.quote(setting.standard()) + "\n"));
    }

    @Test
    void the_properties_file_repeats_no_default_otherwise() throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(reader);
        }
        for (Setting setting : settings()) {
            String value = properties.getProperty(setting.property());
            if (value != null) {
                assertThat(value).as(setting.property()).isEqualTo(setting.standard());
            }
        }
    }

    @Test
    void each_has_a_rule() {
        List<String> without = new ArrayList<>();
        for (Class<?> mapping : MAPPINGS) {
            collectWithoutRule(mapping, without);
        }
        assertThat(without).as("settings without @WithConverter of a Rule").isEmpty();
    }

    @Test
    void the_build_keeps_each_of_the_builders_from_the_tests() throws IOException {
        Matcher list = Pattern.compile("<settings>([^<]*)</settings>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(list.find()).isTrue();
        assertThat(list.group(1).strip().split("\\s*,\\s*"))
                .containsExactlyInAnyOrderElementsOf(
                        settings().stream().map(Setting::variable).toList());
    }

    /** What people set by mistake. */
    static Stream<String> mistakes() {
        return Stream.of(
                "",
                " ",
                "\t\n",
                "-1",
                "0",
                "-0.5",
                "0s",
                "-5s",
                "PT-5S",
                "99999999999999999999",
                "2147483648",
                "1e6",
                "NaN",
                "null",
                "nonsense",
                " 7 ",
                "true ",
                "./a;b",
                "~/a",
                "http://[",
                "tcp://10.0.0.1:80",
                "a, b",
                ",",
                "${nothing.such}",
                "a\nb");
    }

    /** It is taken, or the one who set it is told in one sentence that names the setting. */
    @ParameterizedTest
    @MethodSource("mistakes")
    void any_value_of_any_setting_is_taken_or_told(String value) {
        for (Class<?> mapping : MAPPINGS) {
            for (Setting setting : settings(mapping)) {
                SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .addDiscoveredConverters()
                        .withMapping(mapping)
                        .withSources(new EnvConfigSource(
                                new EnvironmentVariables(Map.of(setting.variable(), value), Parley.SETTINGS).values(),
                                300));
                try {
                    assertThat(builder.build().getConfigMapping(mapping)).isNotNull();
                } catch (RuntimeException e) {
                    assertThat(new StartFailure(e).sentence())
                            .as(setting.variable() + "=" + value)
                            .hasValueSatisfying(sentence -> assertThat(sentence)
                                    .startsWith(setting.property() + " (" + setting.variable() + ") ")
                                    .doesNotContain("\n", "SRCFG", "Exception", "java.", "org."));
                }
            }
        }
    }

    private static List<Setting> settings(Class<?> mapping) {
        List<Setting> settings = new ArrayList<>();
        collect(mapping.getAnnotation(ConfigMapping.class).prefix(), mapping, settings);
        return settings;
    }

    private static List<Class<?>> mappings() {
        List<Class<?>> mappings = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.parley")) {
            if (type.isAnnotatedWith(ConfigMapping.class)) {
                mappings.add(type.reflect());
            }
        }
        assertThat(mappings).isNotEmpty();
        return mappings;
    }

    private static void collectWithoutRule(Class<?> group, List<String> without) {
        for (Method method : group.getDeclaredMethods()) {
            if (isGroup(method)) {
                collectWithoutRule(method.getReturnType(), without);
            } else {
                WithConverter rule = method.getAnnotation(WithConverter.class);
                AnnotatedType type = method.getAnnotatedReturnType();
                while (rule == null && type instanceof AnnotatedParameterizedType container) {
                    type = container.getAnnotatedActualTypeArguments()[0];
                    rule = type.getAnnotation(WithConverter.class);
                }
                if (rule == null || !Rule.class.isAssignableFrom(rule.value())) {
                    without.add(group.getName() + "." + method.getName());
                }
            }
        }
    }

    private static boolean isGroup(Method method) {
        return method.getReturnType().getName().startsWith("org.parley.")
                && !method.getReturnType().isEnum();
    }

    private static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        MAPPINGS.forEach(mapping -> settings.addAll(settings(mapping)));
        assertThat(settings).isNotEmpty();
        return settings;
    }

    private static void collect(String prefix, Class<?> group, List<Setting> into) {
        for (Method method : group.getDeclaredMethods()) {
            WithName name = method.getAnnotation(WithName.class);
            String property = method.isAnnotationPresent(WithParentName.class)
                    ? prefix
                    : prefix + "."
                            + (name != null
                                    ? name.value()
                                    : method.getName()
                                            .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                                            .toLowerCase(Locale.ROOT));
            if (isGroup(method)) {
                collect(property, method.getReturnType(), into);
            } else {
                WithDefault standard = method.getAnnotation(WithDefault.class);
                into.add(new Setting(property, standard == null ? null : standard.value()));
            }
        }
    }
}
