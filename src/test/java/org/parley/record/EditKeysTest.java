package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.AnyDatabase;
import org.parley.actor.ActorEdit;
import org.parley.change.Edit;
import org.parley.graph.Node;
import org.parley.graph.RawInput;
import org.parley.graph.RecordKind;
import org.parley.identifier.IdentifierInput;
import org.parley.source.CitationInput;
import org.parley.source.NameInput;

/** The members of each kind's edit are the keys of its rows: those that are read, and those that {@code seed/README.md} tells. */
@AnyDatabase
class EditKeysTest {
    /** A key that no row has. The fault that names it lists the keys that were read. */
    private static final String STRAY = "stray";

    private static final String LIST_OF_KEYS = "the keys are ";
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    /** Words that the sections of the dictionary set like keys, and that are values. */
    private static final Set<String> VALUES =
            Set.of("true", "false", "http", "https", "ukraine", "russia", "persons", "percent", "fraction", "hours");

    static Stream<Class<?>> edits() {
        return Arrays.stream(Edit.class.getFields())
                .<Class<?>>map(Field::getType)
                .filter(type -> type.getSimpleName().endsWith("Edit"));
    }

    private static RecordRows rows(Class<?> edit) throws ReflectiveOperationException {
        Constructor<?> constructor =
                Class.forName(edit.getName().replaceAll("Edit$", "Rows")).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (RecordRows) constructor.newInstance();
    }

    @ParameterizedTest
    @MethodSource("edits")
    void an_edit_has_the_keys_that_are_read_from_a_row(Class<?> edit) throws Exception {
        Map<List<Object>, Set<String>> members = new HashMap<>();
        Map<String, Object> row = filled(edit, List.of(), members);
        Map<List<Object>, Set<String>> read = new HashMap<>();
        List<Fault> unknown = faults(rows(edit), row).stream()
                .filter(fault -> fault.code() == FaultCode.UNKNOWN_KEY)
                .toList();
        for (Fault fault : unknown) {
            assertThat(fault.path()).as("%s", fault).endsWith(STRAY);
            String keys = fault.rule().substring(fault.rule().indexOf(LIST_OF_KEYS) + LIST_OF_KEYS.length());
            read.put(fault.path().subList(0, fault.path().size() - 1), Set.of(keys.split(", ")));
        }
        assertThat(members).isEqualTo(read);
    }

    /**
     * A row with a value under every key that the edit, or its part, has a member for, and a stray key in every object.
     *
     * @param members gets the names of the members by the paths of the objects
     */
    private static Map<String, Object> filled(
            Class<?> type, List<Object> path, Map<List<Object>, Set<String>> members) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (Field field : type.getFields()) {
            if (!field.getName().equals("expect")) {
                row.put(field.getName(), value(field.getGenericType(), and(path, field.getName()), members));
            }
        }
        Set<String> keys = new TreeSet<>(row.keySet());
        keys.addAll(setByOthers(type));
        members.put(path, keys);
        row.put(STRAY, true);
        return row;
    }

    private static Object value(Type type, List<Object> path, Map<List<Object>, Set<String>> members) {
        if (type instanceof ParameterizedType list) {
            return List.of(value(list.getActualTypeArguments()[0], and(path, 0), members));
        }
        Class<?> plain = (Class<?>) type;
        if (RawInput.class.isAssignableFrom(plain)) {
            return filled(plain, path, members);
        }
        return plain.isEnum()
                ? ((Enum<?>) plain.getEnumConstants()[0]).name()
                : Map.of(
                                String.class,
                                "x",
                                Boolean.class,
                                true,
                                Integer.class,
                                1,
                                Double.class,
                                1.5,
                                LocalDate.class,
                                "2026-02-04",
                                OffsetDateTime.class,
                                "2026-02-04T09:30:00Z")
                        .get(plain);
    }

    private static List<Object> and(List<Object> path, Object step) {
        return Stream.concat(path.stream(), Stream.of(step)).toList();
    }

    private static List<Fault> faults(RecordRows rows, Map<String, Object> row) {
        KnownIds ids = new KnownIds();
        RecordKind.all().forEach(ids::addUnknown);
        Faults faults = new Faults();
        RowReader reader = new RowReader(List.of(rows), ids, faults);
        reader.add(rows, Value.of(row));
        reader.read(new RecordLoad(false, new StoredRecords() {
            @Override
            public <T extends Node> Optional<T> find(Class<T> type, String id) {
                return Optional.empty();
            }

            @Override
            public List<String> ids(RecordKind kind, Class<? extends Node> type) {
                return List.of();
            }
        }));
        return faults.all();
    }

    @Test
    void every_kind_of_row_has_an_edit_that_is_named_like_it() throws Exception {
        Set<String> files = new TreeSet<>();
        for (Field field : Edit.class.getFields()) {
            if (field.getType().getSimpleName().endsWith("Edit")) {
                RecordRows rows = rows(field.getType());
                files.add(rows.file().replace(".json", ""));
                assertThat(field.getName()).isEqualTo(rows.kind().name().toLowerCase(Locale.ROOT));
            }
        }
        String dictionary = dictionary();
        Matcher heading = Pattern.compile("(?m)^### (\\w+)$")
                .matcher(dictionary.substring(dictionary.indexOf("## The files"), dictionary.indexOf("## Writing")));
        assertThat(files)
                .containsExactlyInAnyOrderElementsOf(
                        heading.results().map(found -> found.group(1)).toList());
    }

    @ParameterizedTest
    @MethodSource("edits")
    void an_edit_has_the_keys_of_the_dictionary(Class<?> edit) throws Exception {
        String section = section(rows(edit).file().replace(".json", ""));
        assertThat(keys(section)).containsExactlyInAnyOrderElementsOf(members(edit));
    }

    @Test
    void the_parts_that_many_kinds_have_are_those_of_the_dictionary() throws IOException {
        assertThat(keys(section("Citation"))).containsExactlyInAnyOrderElementsOf(members(CitationInput.class));
        assertThat(keys(section("Name"))).containsExactlyInAnyOrderElementsOf(members(NameInput.class));
        assertThat(keys(section("Identifier"))).containsExactlyInAnyOrderElementsOf(members(IdentifierInput.class));
    }

    /** Most parts have no table of their own, but sentences. */
    @ParameterizedTest
    @MethodSource("edits")
    void the_keys_of_parts_are_those_of_the_dictionary(Class<?> edit) throws Exception {
        Map<List<Object>, Set<String>> members = new HashMap<>();
        filled(edit, List.of(), members);
        Set<String> all = members.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        Set<String> told = quoted(section(rows(edit).file().replace(".json", "")))
                .filter(word -> word.matches("[a-z]+([A-Z][a-z]+)*") && !VALUES.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(all).containsAll(told);
        told.addAll(members(CitationInput.class));
        told.addAll(members(NameInput.class));
        told.addAll(members(IdentifierInput.class));
        assertThat(told).containsAll(all);
    }

    private static Set<String> members(Class<?> type) {
        return Stream.concat(
                        Arrays.stream(type.getFields()).map(Field::getName).filter(name -> !name.equals("expect")),
                        setByOthers(type).stream())
                .collect(Collectors.toSet());
    }

    /** The keys that the edit of a kind does not set, but another member of Edit: merge. */
    private static Set<String> setByOthers(Class<?> type) {
        return type.equals(ActorEdit.class) ? Set.of(RecordRows.MERGED_INTO) : Set.of();
    }

    private static String dictionary() throws IOException {
        return Files.readString(SeedData.FOLDER.resolve("README.md"));
    }

    /** The text under a heading of the third level. */
    private static String section(String heading) throws IOException {
        Matcher found =
                Pattern.compile("(?ms)^### " + heading + "$(.*?)(?=^##)").matcher(dictionary());
        assertThat(found.find()).as(heading).isTrue();
        return found.group(1);
    }

    /** The keys of a section's table, or of its text if it has none. */
    private static List<String> keys(String section) {
        List<String> keys = new ArrayList<>();
        section.lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(line -> keys.addAll(quoted(line.split("\\|")[1]).toList()));
        return keys.isEmpty() ? quoted(section).toList() : keys;
    }

    private static Stream<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(found -> found.group(1));
    }
}
