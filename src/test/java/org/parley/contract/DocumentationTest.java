package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** What the pages of the repository name is there: files, headings, classes, members, tests. */
@AnyDatabase
class DocumentationTest {
    /** As in README's {@code [schema](src/test/resources/schema.graphql)}. */
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    private static final Pattern BLOCK = Pattern.compile("^```.*?^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

    /** A path to a folder, with an extension, or below a folder of the repository; one that begins with {@code /} is an address. */
    private static final Pattern PATH = Pattern.compile(
            "(?!/)[\\w./-]+\\.(java|md|sql|json|graphql|properties|xml|txt|yaml)|[\\w.-]+(/[\\w.-]+)*/|(src|seed|bench|\\.ci)/\\S+");

    /** {@code Pages}, {@code Pages.read}; of Parley, or a type of the schema. Classes of libraries are named with their package. */
    private static final Pattern CLASS = Pattern.compile("([A-Z][a-z]\\w*)(?:\\.(\\w+))?");

    private static final Pattern QUALIFIED = Pattern.compile("(?:[a-z]\\w*\\.){2,}[A-Z]\\w*");
    private static final Pattern TEST = Pattern.compile("-D(?:it\\.)?test='?(\\w+)");

    /** Where a path of a page may begin. */
    private static final List<Path> ROOTS = Stream.of(
                    "", "src", "src/main/java/org/parley", "src/test/java/org/parley", "src/main/resources")
            .map(Path::of)
            .toList();

    private static final Path SCHEMA = Path.of("src/test/resources/schema.graphql");
    private static final Map<String, Path> CLASSES = classes();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "CONTRIBUTING.md",
                "CHANGELOG.md",
                "src/README.md",
                "seed/README.md",
                "bench/README.md",
                "src/main/explorer/README.md"
            })
    void every_link_within_the_repository_leads_somewhere(String page) throws IOException {
        List<String> dead = new ArrayList<>();
        for (String link : found(LINK, Files.readString(Path.of(page)))) {
            if (!link.matches("\\w+:.*")) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty() ? Path.of(page) : Path.of(page).resolveSibling(parts[0]);
                if (!Files.exists(target)
                        || parts.length == 2 && !anchors(target).contains(parts[1])) {
                    dead.add(link);
                }
            }
        }
        assertThat(dead).as("dead links of " + page).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTRIBUTING.md", "src/README.md"})
    void every_file_class_and_member_that_a_page_names_is_there(String page) throws IOException {
        String text = Files.readString(Path.of(page));
        List<String> missing = new ArrayList<>();
        for (String code : found(CODE, BLOCK.matcher(text).replaceAll(""))) {
            if (!isThere(code)) {
                missing.add(code);
            }
        }
        found(TEST, text).stream().filter(test -> !CLASSES.containsKey(test)).forEach(missing::add);
        assertThat(missing).as("what " + page + " names and nobody finds").isEmpty();
    }

    @Test
    void the_readme_is_read_in_one_sitting() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThan(600);
    }

    /** Whether something of this name exists; true for what names nothing that could be looked up, such as a command. */
    private static boolean isThere(String code) throws IOException {
        if (PATH.matcher(code).matches()) {
            return ROOTS.stream().anyMatch(root -> Files.exists(root.resolve(code))) || code.startsWith("target/");
        }
        if (QUALIFIED.matcher(code).matches()) {
            return isLoaded(code);
        }
        Matcher named = CLASS.matcher(code);
        if (!named.matches()) {
            return true;
        }
        Path source = CLASSES.getOrDefault(named.group(1), SCHEMA);
        return has(source, named.group(1))
                // A field of the schema may be one that another package adds to the type.
                && (named.group(2) == null || has(source, named.group(2)) || has(SCHEMA, named.group(2)));
    }

    private static boolean isLoaded(String name) {
        try {
            Class.forName(name, false, DocumentationTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean has(Path file, String word) throws IOException {
        return Pattern.compile("\\b" + word + "\\b")
                .matcher(Files.readString(file))
                .find();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** The anchors of a page's headings, as GitHub makes them. */
    private static Set<String> anchors(Path page) throws IOException {
        return Pattern.compile("^#+ (.*)$", Pattern.MULTILINE)
                .matcher(BLOCK.matcher(Files.readString(page)).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** Each top-level class of Parley and of its tests. */
    private static Map<String, Path> classes() {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, other) -> one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
