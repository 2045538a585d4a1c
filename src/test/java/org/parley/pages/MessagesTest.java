package org.parley.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.language.EnumTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.AnyDatabase;

/** The pages' own words. */
@AnyDatabase
class MessagesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern USED = Pattern.compile("m:(\\w+)(\\()?");

    private final Messages messages = new Messages();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "support | 1 | 1 | 1 source, 1 origin",
                "support | 3 | 2 | 3 sources, 2 origins",
                "support | 1 | 0 | 1 source",
                "coverage | 1 | 0 | 1 record rests on it, none of them on it alone.",
                "coverage | 1250 | 3 | 1,250 records rest on it, 3 of them on it alone.",
                "duration | 5 | 30 | 5 hours 30 minutes",
                "duration | 1 | 0 | 1 hour",
                "duration | 0 | 45 | ' 45 minutes'"
            })
    void a_number_has_its_plural_form(String key, int first, int second, String text) {
        assertThat(messages.of(key, List.of(first, second))).isEqualTo(text);
    }

    @Test
    void numbers_and_percents_are_written_as_in_english() {
        assertThat(messages.of("all_negotiations", List.of(1501))).isEqualTo("All 1,501 negotiations");
        assertThat(messages.of("quote_similarity", List.of(0.856))).isEqualTo("86% of the words");
    }

    @Test
    void a_value_has_a_message_of_its_own() {
        assertThat(messages.of("stance", List.of("DEMANDS"))).isEqualTo("demands");
        assertThat(messages.of("words", List.of("VERBATIM"))).isEqualTo("in the speaker's own words");
        assertThatThrownBy(() -> messages.of("stance", List.of("SHOUTS"))).hasMessageContaining("no stance.SHOUTS");
        assertThatThrownBy(() -> messages.of("nothing", List.of())).hasMessageContaining("no nothing");
    }

    @Test
    void every_value_of_the_schema_has_its_words() throws IOException {
        TypeDefinitionRegistry schema =
                new SchemaParser().parse(Files.readString(Path.of("src/test/resources/schema.graphql")));
        Map<String, String> keys = Map.ofEntries(
                Map.entry("Stance", "stance"),
                Map.entry("ActorKind", "actor"),
                Map.entry("IncidentKind", "incident"),
                Map.entry("PlaceKind", "place"),
                Map.entry("PlacePrecision", "precision"),
                Map.entry("RoundStatus", "status"),
                Map.entry("OutcomeKind", "outcome"),
                Map.entry("OutcomeStatus", "outcomeStatus"),
                Map.entry("AgreementStatus", "agreementStatus"),
                Map.entry("AgreementRole", "agreementRole"),
                Map.entry("AgreementStage", "stage"),
                Map.entry("AgreementLevel", "level"),
                Map.entry("DisagreementKind", "disagreement"),
                Map.entry("SourceKind", "sourceKind"),
                Map.entry("Redistribution", "redistribution"),
                Map.entry("FigureQualifier", "qualifier"),
                Map.entry("EditAction", "action"),
                Map.entry("DateBasis", "basis"),
                Map.entry("StatementKind", "words"),
                Map.entry("Presence", "presence"),
                Map.entry("ParticipationRole", "participation"),
                Map.entry("NegotiationRoleKind", "role"),
                Map.entry("QuoteMatchKind", "match"),
                Map.entry("RecordKind", "kind"));
        keys.forEach((type, key) -> assertThat(messages.values(key))
                .as(type)
                .containsAll(
                        schema.getType(type, EnumTypeDefinition.class).orElseThrow().getEnumValueDefinitions().stream()
                                .map(value -> value.getName())
                                .toList()));
    }

    @Test
    void every_message_is_used_and_none_is_missing() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files =
                Stream.concat(Files.list(TEMPLATES), Files.list(Path.of("src/main/java/org/parley/pages")))) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.(html|java)"))
                    .toList()) {
                String text = Files.readString(file);
                USED.matcher(text).results().forEach(each -> used.add(each.group(1)));
                Pattern.compile("messages\\s*\\.of\\(\\s*\"(\\w+)")
                        .matcher(text)
                        .results()
                        .forEach(each -> used.add(each.group(1)));
            }
        }
        Set<String> known = new TreeSet<>();
        List<String> lines = new ArrayList<>(Files.readAllLines(TEMPLATES.resolve("messages.properties")));
        lines.stream()
                .filter(line -> line.matches("\\w+(\\.\\w+)?=.*"))
                .forEach(line -> known.add(line.replaceFirst("[.=].*", "")));
        assertThat(used).as("missing").isSubsetOf(known);
        // Keys that are put together: season.21.
        known.remove("season");
        assertThat(known).as("unused").isSubsetOf(used);
    }
}
