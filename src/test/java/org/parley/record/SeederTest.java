package org.parley.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.Ask.ask;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Ask;
import org.parley.SqlLog;
import org.parley.graph.RecordKind;
import org.parley.lists.ListSizes;

/** When a record is loaded, and when it is left alone. */
@QuarkusTest
class SeederTest {
    private static final Optional<Path> BUILT_IN = Optional.empty();

    /** A made-up negotiation about a ferry: two sources, three actors, one round, two statements. */
    private static final Optional<Path> FERRY = Optional.of(Path.of("src/test/resources/seed-small"));

    @Inject
    Seeder seeder;

    @Inject
    Edition edition;

    @Inject
    ListSizes sizes;

    @Inject
    AgroalDataSource database;

    @TempDir
    Path folder;

    @AfterEach
    void load_the_built_in_record_again() {
        seeder.load(BUILT_IN);
    }

    @Test
    void the_same_seed_again_is_not_loaded() throws SQLException {
        String before = loadedAt();
        AtomicBoolean loaded = new AtomicBoolean();
        List<String> sql = SqlLog.of(() -> loaded.set(seeder.load(BUILT_IN).isNew()));
        assertThat(loaded).isFalse();
        assertThat(sql).as("what Hibernate asked").isEmpty();
        assertThat(loadedAt()).isEqualTo(before);
    }

    /** The digest is of names and contents; where they lie does not matter. */
    @Test
    void the_same_files_in_a_folder_are_the_same_seed() throws IOException, SQLException {
        String before = loadedAt();
        copy(SeedData.FOLDER, folder);
        assertThat(seeder.load(Optional.of(folder)).isNew()).isFalse();
        assertThat(loadedAt()).isEqualTo(before);
    }

    @Test
    void another_record_replaces_all_of_the_one_before() {
        assertThat(seeder.load(FERRY).isNew()).isTrue();
        ask("{ actors { nodes { id } } rounds { nodes { title } } statements { totalCount } sources { totalCount }"
                        + " incidents { totalCount } figures { totalCount } disagreements { totalCount } coverage { facts } }")
                .answersInOrder("actors.nodes.id", "actor/ilse-marten", "actor/oster", "actor/vester")
                .answersInOrder("rounds.nodes.title", "First meeting in the ferry house")
                .answers("statements.totalCount", 2)
                .answers("sources.totalCount", 2)
                .answers("incidents.totalCount", 0)
                .answers("figures.totalCount", 0)
                .answers("disagreements.totalCount", 0);
    }

    /** Operations cost by these numbers. */
    @Test
    void the_sizes_of_lists_are_those_of_the_record_that_is_loaded() throws SQLException {
        seeder.load(FERRY);
        assertThat(sizes.rows("Statement")).isEqualTo(2);
        assertThat(sizes.rows("Incident")).isZero();
        assertThat(sizes.rows("SourceCoverage")).isEqualTo(2);
        assertThat(LoadedSeed.in(database).served()).isEqualTo(edition.served());
        seeder.load(BUILT_IN);
        Ask asked = ask(
                "{ actors { totalCount } negotiations { totalCount } rounds { totalCount } statements { totalCount } timeline { totalCount } }");
        assertThat(sizes.rows("Actor"))
                .isEqualTo(asked.<Integer>at("actors.totalCount").longValue());
        assertThat(sizes.rows("Statement"))
                .isEqualTo(asked.<Integer>at("statements.totalCount").longValue());
        assertThat(sizes.rows("Timeline")).isEqualTo(asked.<Integer>at("timeline.totalCount") / 4);
        assertThat(sizes.rows("Fact")).isEqualTo(edition.served().records() / 8);
        assertThat(sizes.rows("Search")).isZero();
        assertThat(sizes.indexed("Statement")).containsExactlyInAnyOrder("speaker", "issue", "round", "text");
        assertThat(sizes.indexed("Timeline")).containsExactly("actor");
        assertThat(sizes.indexed("Fact")).isEmpty();
    }

    @Test
    void an_answer_that_was_kept_holds_for_as_long_as_the_record_does() {
        String tag =
                given().queryParam("query", "{ __typename }").get("/graphql").header("ETag");
        seeder.load(BUILT_IN);
        assertThat(given().queryParam("query", "{ __typename }").get("/graphql").header("ETag"))
                .isEqualTo(tag);
        seeder.load(FERRY);
        Response response = given().header("If-None-Match", tag)
                .queryParam("query", "{ __typename }")
                .get("/graphql");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("ETag")).isNotNull().isNotEqualTo(tag);
        seeder.load(BUILT_IN);
        given().header("If-None-Match", tag)
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(304);
    }

    @Test
    void a_record_that_was_replaced_is_not_found_any_more() {
        seeder.load(FERRY);
        ask("{ node(id: \"actor/rustem-umerov\") { id } search(text: \"Umerov\") { totalCount } }")
                .answers("node", null)
                .answers("search.totalCount", 0);
    }

    @Test
    void a_record_of_ones_own_is_searched_by_its_own_spellings() {
        seeder.load(FERRY);
        ask("{ search(text: \"ilsa\", kinds: [ACTOR]) { nodes { record { id } } } }")
                .answersInOrder("search.nodes.record.id", "actor/ilse-marten");
    }

    @Test
    void the_spellings_of_a_record_that_was_replaced_are_forgotten() throws SQLException {
        seeder.load(FERRY);
        assertThat(rows("term where form <> token")).isEqualTo(1);
    }

    @Test
    void a_quote_of_the_other_record_answers_with_its_sources() {
        seeder.load(FERRY);
        ask("{ statement(id: \"marten-ferry-will-sail\") { quote speakers { name } corroboration { sources independentOrigins } } }")
                .answers("statement.quote", "The ferry will sail, whoever owns the pier.")
                .answersInOrder("statement.speakers.name", "Ilse Marten")
                .answers("statement.corroboration.sources", 2)
                .answers("statement.corroboration.independentOrigins", 2);
    }

    @Test
    void the_first_record_comes_back_row_for_row() throws SQLException {
        Map<String, Integer> before = allRows();
        seeder.load(FERRY);
        assertThat(allRows()).isNotEqualTo(before);
        assertThat(seeder.load(BUILT_IN).isNew()).isTrue();
        assertThat(allRows()).isEqualTo(before);
    }

    @Test
    void a_changed_word_is_a_changed_seed() throws IOException {
        copy(FERRY.orElseThrow(), folder);
        assertThat(seeder.load(Optional.of(folder)).isNew()).isTrue();
        assertThat(seeder.load(Optional.of(folder)).isNew()).isFalse();
        Path actors = folder.resolve("actors.json");
        Files.writeString(actors, Files.readString(actors).replace("\"name\": \"Oster\"", "\"name\": \"Austral\""));
        assertThat(seeder.load(Optional.of(folder)).isNew()).isTrue();
        ask("{ actor(id: \"oster\") { name } }").answers("actor.name", "Austral");
    }

    // --- What is served in the place of a record that can't be loaded

    @Test
    void an_earlier_record_of_the_same_folder_is_kept() throws IOException {
        copy(FERRY.orElseThrow(), folder);
        seeder.load(Optional.of(folder));
        Edition.Served before = edition.served();
        Files.writeString(folder.resolve("actors.json"), "[");
        assertThatThrownBy(() -> seeder.load(Optional.of(folder))).isInstanceOf(InvalidRecord.class);
        edition.is(new Edition.Served("another", "elsewhere", 0, Map.of(), before.loadedAt()));
        assertThat(seeder.keep(Optional.of(folder)).orElseThrow().records()).isEqualTo(before.records());
        assertThat(edition.served()).isEqualTo(before);
        Files.delete(folder.resolve("actors.json"));
        assertThat(seeder.keep(Optional.of(folder))).isPresent();
    }

    @Test
    void a_record_of_another_place_is_not_kept() throws IOException {
        assertThat(seeder.keep(FERRY)).as("that of the program").isEmpty();
        seeder.load(FERRY);
        assertThat(seeder.keep(Optional.of(folder)))
                .as("that of another folder")
                .isEmpty();
        assertThat(seeder.keep(BUILT_IN)).as("that of a folder").isEmpty();
        assertThat(seeder.keep(FERRY)).isPresent();
    }

    /** A folder that is moved keeps its record: whoever names its new place means that one. */
    @Test
    void a_record_that_is_found_in_another_place_too_is_kept_for_that() throws IOException, SQLException {
        seeder.load(FERRY);
        String before = loadedAt();
        copy(FERRY.orElseThrow(), folder);
        assertThat(seeder.load(Optional.of(folder)).isNew()).isFalse();
        assertThat(loadedAt()).isEqualTo(before);
        assertThat(seeder.keep(Optional.of(folder))).isPresent();
        assertThat(seeder.keep(FERRY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"format = '0'", "format = null", "place = null"})
    void rows_of_another_program_are_not_kept(String what) throws IOException, SQLException {
        copy(FERRY.orElseThrow(), folder);
        seeder.load(Optional.of(folder));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update seed_load set " + what);
        }
        assertThat(seeder.keep(Optional.of(folder))).isEmpty();
    }

    @Test
    void a_record_is_checked_without_being_loaded() throws IOException, SQLException {
        Map<String, Integer> before = allRows();
        assertThat(seeder.check(SeedData.FOLDER)).isEqualTo(before.get("record"));
        assertThat(seeder.check(FERRY.orElseThrow())).isLessThan(before.get("record"));
        copy(FERRY.orElseThrow(), folder);
        Files.writeString(folder.resolve("actors.json"), "[");
        assertThatThrownBy(() -> seeder.check(folder)).isInstanceOf(InvalidRecord.class);
        assertThat(allRows()).isEqualTo(before);
    }

    @Test
    void a_record_without_rows_can_be_loaded() throws IOException, SQLException {
        for (String name : SeedData.NAMES) {
            Files.writeString(folder.resolve(name + ".json"), "[]\n");
        }
        assertThat(seeder.load(Optional.of(folder)).isNew()).isTrue();
        assertThat(rows("record")).isZero();
        ask("{ statements { totalCount nodes { id } } }").answers("statements.totalCount", 0);
    }

    @Test
    void a_file_without_rows_may_be_absent() throws IOException, SQLException {
        copy(FERRY.orElseThrow(), folder);
        for (String name : List.of("incidents", "figures", "disagreements", "assertions")) {
            assertThat(Files.readString(folder.resolve(name + ".json"))).isEqualTo("[]\n");
            Files.delete(folder.resolve(name + ".json"));
        }
        assertThat(seeder.load(Optional.of(folder)).isNew()).isTrue();
        ask("{ statements { totalCount } incidents { totalCount } }")
                .answers("statements.totalCount", 2)
                .answers("incidents.totalCount", 0);
    }

    /** A folder need not follow the program: it stays as it is when a later Parley reads a file more. */
    @Test
    void a_folder_from_before_a_kind_was_added_is_read_as_ever() {
        RecordRows later =
                new RecordRows(
                        "treaties",
                        new RecordKind("TREATY", "Of a later program.") {},
                        Set.of(),
                        List.of("treaty.id")) {
                    @Override
                    protected void read(Row row, RecordLoad load) {
                        throw new AssertionError("there is none");
                    }
                };
        List<RecordRows> kinds =
                Stream.concat(seeder.kinds().stream(), Stream.of(later)).toList();
        SeedFiles files = SeedFiles.folder(FERRY.orElseThrow(), SeedFiles.names(kinds));
        Set<String> ids = new HashSet<>();
        try (LoadProgress progress = LoadProgress.of()) {
            new SeedReader(progress)
                    .read(
                            files,
                            kinds,
                            OwnRecords.none(),
                            SourceDocuments.none(),
                            (kind, row, load) -> ids.addAll(load.entries.keySet()));
        }
        assertThat(ids).contains("actor/oster").hasSize(seeder.load(FERRY).records());
        assertThat(files.absent(kinds)).containsExactly("agreements.json", "treaties.json");
        assertThat(files.digest(""))
                .isEqualTo(SeedFiles.folder(FERRY.orElseThrow(), SeedFiles.names(seeder.kinds()))
                        .digest(""));
    }

    @Test
    void one_file_is_enough_for_a_folder() throws IOException, SQLException {
        Files.writeString(
                folder.resolve("places.json"), "[{\"id\": \"pier\", \"name\": \"Pier\", \"kind\": \"SITE\"}]");
        assertThat(seeder.load(Optional.of(folder)).records()).isEqualTo(1);
    }

    /** macOS and editors leave such files. */
    @Test
    void hidden_files_and_copies_of_editors_are_passed_over() throws IOException {
        copy(FERRY.orElseThrow(), folder);
        seeder.load(Optional.of(folder));
        for (String name : List.of(
                "._actors.json",
                ".DS_Store",
                ".foo.json",
                ".#actors.json",
                "~$actors.json",
                "actors.json~",
                "actors.json.bak",
                "#actors.json#")) {
            Files.write(folder.resolve(name), new byte[] {0, 5, 22, 7});
        }
        assertThat(seeder.load(Optional.of(folder)).isNew())
                .as("they change nothing")
                .isFalse();
        Files.writeString(folder.resolve("issues.json"), Files.readString(folder.resolve("issues.json")) + "\n");
        assertThat(seeder.load(Optional.of(folder)).isNew()).isTrue();
    }

    @Test
    void whole_numbers_may_have_a_point_or_an_exponent() throws IOException {
        copy(SeedData.FOLDER, folder);
        Path incidents = folder.resolve("incidents.json");
        String text = Files.readString(incidents);
        Files.writeString(
                incidents, text.replaceFirst("\"best\": 7,", "\"low\": 70e-1, \"best\": 7.0, \"high\": 1e1,"));
        Path rounds = folder.resolve("rounds.json");
        Files.writeString(
                rounds,
                Files.readString(rounds)
                        .replace("\"ordinal\": 2", "\"ordinal\": 2.0")
                        .replace("\"quantityPerSide\": 157", "\"quantityPerSide\": 1.57E+2"));
        seeder.load(Optional.of(folder));
        ask("{ incident(id: \"druzhkivka-market-shelling\") { killed { low best high } } round(id: \"abu-dhabi-2\") { ordinal outcomes { quantityPerSide } } }")
                .answers("incident.killed", Map.of("low", 7, "best", 7, "high", 10))
                .answers("round.ordinal", 2)
                .answers("round.outcomes[0].quantityPerSide", 157);
    }

    @Test
    void a_source_has_an_author_and_addresses() throws IOException {
        copy(FERRY.orElseThrow(), folder);
        Path sources = folder.resolve("sources.json");
        String url = "https://кур’єр.example:8443/2031/05/06/ferry-will-sail?a[]=1|2#part-2".replace("’", "");
        Files.writeString(
                sources,
                Files.readString(sources)
                        .replaceFirst(
                                "\"publishedOn\"",
                                "\"author\": \"Jo Penn\", \"url\": \"" + url
                                        + "\", \"archivedAt\": \"HTTP://[2001:db8::1]/web/2031/" + url
                                        + "\", \"publishedOn\""));
        seeder.load(Optional.of(folder));
        ask("{ paper: source(id: \"evening-herald\") { author authors url archivedUrl archivedAt } other: source(id: \"harbour-gazette\") { author authors url archivedAt } }")
                .answers("paper.author", "Jo Penn")
                .answersInOrder("paper.authors", "Jo Penn")
                .answers("paper.archivedUrl", "HTTP://[2001:db8::1]/web/2031/" + url)
                .answers("paper.url", url)
                .answers("paper.archivedAt", "HTTP://[2001:db8::1]/web/2031/" + url)
                .answers("other.author", null)
                .answers("other.authors", List.of())
                .answers("other.url", null)
                .answers("other.archivedAt", null);
    }

    @Test
    void a_source_may_have_several_authors() throws IOException {
        copy(FERRY.orElseThrow(), folder);
        Path sources = folder.resolve("sources.json");
        String rows = Files.readString(sources);
        Files.writeString(
                sources,
                rows.replaceFirst("\"publishedOn\"", "\"authors\": [\"Jo Penn\", \"Al Rey\"], \"publishedOn\""));
        seeder.load(Optional.of(folder));
        ask("{ source(id: \"evening-herald\") { author authors } }")
                .answersInOrder("source.authors", "Jo Penn", "Al Rey")
                .answers("source.author", "Jo Penn; Al Rey");
        Files.writeString(
                sources,
                rows.replaceFirst(
                        "\"publishedOn\"", "\"author\": \"Jo Penn\", \"authors\": [\"Al Rey\"], \"publishedOn\""));
        assertThatThrownBy(() -> seeder.load(Optional.of(folder)))
                .hasMessageContaining("author: \"Jo Penn\": must be left out where authors are given");
    }

    @Test
    void a_source_tells_its_kind_and_the_terms_on_which_it_may_be_passed_on() throws IOException {
        copy(FERRY.orElseThrow(), folder);
        Path sources = folder.resolve("sources.json");
        Files.writeString(
                sources,
                Files.readString(sources)
                        .replaceFirst(
                                "\"publishedOn\"",
                                "\"kind\": \"DATASET\", \"version\": \"31.1\", \"retrievedOn\": \"2031-06-01\", \"licence\": \"CC-BY-4.0\","
                                        + " \"licenceUrl\": \"https://creativecommons.org/licenses/by/4.0/\","
                                        + " \"attribution\": \"Penn, Jo. Ferries, 31.1.\", \"redistribution\": \"ATTRIBUTION\", \"publishedOn\""));
        seeder.load(Optional.of(folder));
        String fields = "{ kind version retrievedOn licence licenceUrl attribution redistribution }";
        Map<String, Object> unknown = new HashMap<>(Map.of("kind", "DOCUMENT", "redistribution", "UNKNOWN"));
        List.of("version", "retrievedOn", "licence", "licenceUrl", "attribution")
                .forEach(key -> unknown.put(key, null));
        ask("{ paper: source(id: \"evening-herald\") " + fields + " other: source(id: \"harbour-gazette\") " + fields
                        + " sources(filter: {kind: DATASET}) { nodes { id } } }")
                .answers(
                        "paper",
                        Map.of(
                                "kind", "DATASET",
                                "version", "31.1",
                                "retrievedOn", "2031-06-01",
                                "licence", "CC-BY-4.0",
                                "licenceUrl", "https://creativecommons.org/licenses/by/4.0/",
                                "attribution", "Penn, Jo. Ferries, 31.1.",
                                "redistribution", "ATTRIBUTION"))
                .answers("other", unknown)
                .answersInOrder("sources.nodes.id", "source/evening-herald");
    }

    @Test
    void an_identifier_may_be_that_of_any_number_of_records() throws IOException {
        copy(FERRY.orElseThrow(), folder);
        Files.writeString(
                folder.resolve("issues.json"),
                IntStream.rangeClosed(1, 1001)
                        .mapToObj(i -> "{\"id\": \"issue-" + i + "\", \"name\": \"Issue " + i
                                + "\", \"description\": \"An issue.\", \"identifiers\": [{\"scheme\": \"MEND\", \"value\": \"a:b\"}"
                                + (i == 7
                                        ? ", {\"scheme\": \"MEND\", \"value\": \"7\", \"url\": \"https://example.org/7\"}"
                                        : "")
                                + "], \"citations\": [{\"source\": \"harbour-gazette\", \"locator\": \"line 1\"}]}")
                        .collect(Collectors.joining(",\n", "[", "]")));
        for (String file : List.of(
                "statements",
                "positions",
                "assertions",
                "agreements",
                "negotiations",
                "rounds",
                "incidents",
                "figures",
                "disagreements")) {
            Files.deleteIfExists(folder.resolve(file + ".json"));
        }
        seeder.load(Optional.of(folder));
        ask("""
                {
                  shared: issues(filter: { identifier: ["MEND:a:b"] }) { totalCount }
                  others: issues(filter: { not: { identifier: ["MEND:a:b"] } }) { totalCount }
                  own: issues(filter: { identifier: ["MEND:7"] }) { nodes { id identifiers { url } } }
                }""")
                .answers("shared.totalCount", 1001)
                .answers("others.totalCount", 0)
                .answersInOrder("own.nodes.id", "issue/issue-7")
                .answersInOrder("own.nodes[0].identifiers.url", null, "https://example.org/7");
    }

    /** What the rules let through, the database must take: 4000 characters each, in one word. */
    @Test
    void the_longest_texts_find_room_in_the_database() throws IOException {
        copy(SeedData.FOLDER, folder);
        String longest = "x".repeat(4000);
        String longestLanguage = "x" + "-xxxxxxxx".repeat(444);
        for (String name : SeedData.NAMES) {
            Path file = folder.resolve(name + ".json");
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replaceAll(
                                    "(?m)^( *\"(?:name|description|title|summary|quote|wording|label|note|dateNote|channel|format"
                                            + "|result|scope|unit|reading|question|document|outlet|dateline"
                                            + "|originNote|coordinatesNote|code)\": )\"(?:[^\"\\\\]|\\\\.)*\"",
                                    "$1\"" + longest + "\"")
                            .replaceAll("(\"locator\": )\"[^\"]*\"", "$1\"#" + "x".repeat(3999) + '"')
                            .replaceAll("(\"language\": )\"\\w+\"", "$1\"" + longestLanguage + "\"")
                            .replaceAll("(\\{\\s*\"kind\": )\"(missile|drone)s?\"", "$1\"" + longest + "\"")
                            .replaceAll(",?\\s*\"spelling\": true", ""));
        }
        assertThat(seeder.load(Optional.of(folder)).isNew()).isTrue();
        ask("{ statement(id: \"peskov-until-kyiv-decides\") { quote } }").answers("statement.quote", longest);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                Files.write(
                        to.resolve(file.getFileName()), Files.readString(file).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private String loadedAt() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select digest, loaded_at from seed_load")) {
            assertThat(found.next()).isTrue();
            return found.getString(1) + " " + found.getString(2);
        }
    }

    private int rows(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from " + table)) {
            found.next();
            return found.getInt(1);
        }
    }

    private Map<String, Integer> allRows() throws SQLException {
        Map<String, Integer> rows = new TreeMap<>();
        try (Connection connection = database.getConnection();
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                if (!table.startsWith("flyway")) {
                    rows.put(table.toLowerCase(Locale.ROOT), rows(table));
                }
            }
        }
        assertThat(rows).hasSizeGreaterThan(30);
        return rows;
    }
}
