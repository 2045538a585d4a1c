package org.parley.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Records of invented talks, in the format of {@code seed/}. */
public final class Records {
    /** A made-up negotiation about a ferry. */
    public static final Path FERRY = Path.of("src", "test", "resources", "seed-small");

    /** What ends a string, a comment, an attribute, an element and a line, in every language that a page speaks. */
    public static final String HOSTILE =
            " \"'`> </script></title><script>alert(1)</script><img src=x onerror=alert(2)> & \\ */"
                    + " {{alert(3)}} ${alert(4)} \"\"\" \u2028query Evil { __typename }\u2029# \u202eevil \ud83d\udd4a <name> %3Cscript%3E ?";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SHOWN = Pattern.compile("\"(name|title|label|text)\": \"((?:[^\"\\\\]|\\\\.)*)\"");

    private Records() {}

    /** Nothing in any file. */
    public static Path empty(Path folder) throws IOException {
        return copy(folder, "empty", (file, text) -> "[]");
    }

    /** Nothing but two sources. */
    static Path sourcesAlone(Path folder) throws IOException {
        return copy(folder, "sources", (file, text) -> file.equals("sources.json") ? text : "[]");
    }

    /** The ferry's, with {@link #HOSTILE} in all that a page shows. */
    public static Path hostile(Path folder) throws IOException {
        String hostile = JSON.writeValueAsString(HOSTILE).replaceAll("^\"|\"$", "");
        return copy(folder, "hostile", (file, text) -> SHOWN.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement("\"" + found.group(1) + "\": \"" + found.group(2) + hostile + "\"")));
    }

    /** The ferry's, and so many further negotiations about nothing. */
    static Path negotiations(Path folder, int more) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= more; i++) {
            rows.append(
                    """
                    {"id": "further-%d", "title": "Further talks %d", "summary": "They were announced.", "issues": ["ferry"],
                     "roles": [{"actor": "oster", "role": "PARTY",
                                "citations": [{"source": "evening-herald", "locator": "paragraph 1"}]}],
                     "citations": [{"source": "evening-herald", "locator": "paragraph 1"}]},
                    """
                            .formatted(i, i));
        }
        return copy(
                folder,
                "negotiations",
                (file, text) -> file.equals("negotiations.json") ? text.replaceFirst("\\[", "[" + rows) : text);
    }

    /** The ferry's, without a negotiation that its round would belong to, and without a day, an issue or a round of a statement. */
    static Path withoutNegotiation(Path folder) throws IOException {
        return copy(folder, "none", (file, text) -> switch (file) {
            case "negotiations.json", "issues.json" -> "[]";
            case "rounds.json" -> text.replaceAll("\"(negotiation|ordinal|start|end)\": [^\\n]*\\n", "")
                    .replace("STATED", "UNKNOWN")
                    .replace("HELD", "PLANNED");
            case "statements.json" -> text.replaceAll("\"(round|issues)\": [^\\n]*\\n", "");
            default -> text;
        });
    }

    private interface Change {
        String of(String file, String text);
    }

    private static Path copy(Path folder, String name, Change change) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name)).toAbsolutePath();
        try (Stream<Path> files = Files.list(FERRY)) {
            for (Path file : files.toList()) {
                Files.writeString(
                        copy.resolve(file.getFileName()),
                        change.of(file.getFileName().toString(), Files.readString(file)));
            }
        }
        return copy;
    }
}
