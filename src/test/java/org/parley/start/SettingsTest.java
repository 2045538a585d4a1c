package org.parley.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The settings of the code, of the README's table and of {@code --help} are the same, with the same defaults. */
class SettingsTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| `(parley\\.\\S+)` \\| `(PARLEY_\\S+)` \\| (?:`([^`]*)`)?", Pattern.MULTILINE);
    private static final Pattern HELP = Pattern.compile("^  (PARLEY_\\S+) +(.*)$", Pattern.MULTILINE);

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

    private static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.parley")) {
            if (type.isAnnotatedWith(ConfigMapping.class)) {
                Class<?> mapping = type.reflect();
                collect(mapping.getAnnotation(ConfigMapping.class).prefix(), mapping, settings);
            }
        }
        assertThat(settings).isNotEmpty();
        return settings;
    }

    private static void collect(String prefix, Class<?> group, List<Setting> into) {
        for (Method method : group.getDeclaredMethods()) {
            WithName name = method.getAnnotation(WithName.class);
            String property = prefix + "."
                    + (name != null
                            ? name.value()
                            : method.getName()
                                    .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                                    .toLowerCase(Locale.ROOT));
            if (method.getReturnType().getName().startsWith("org.parley.")
                    && !method.getReturnType().isEnum()) {
                collect(property, method.getReturnType(), into);
            } else {
                WithDefault standard = method.getAnnotation(WithDefault.class);
                into.add(new Setting(property, standard == null ? null : standard.value()));
            }
        }
    }
}
