package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.graph.RecordKind;

/** A copy of the built-in record, with something wrong in it. */
final class BrokenSeed {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of a file that has them, nobody can say what rows it holds. */
    private static final Set<FaultCode> NO_ROWS = Set.of(FaultCode.UNREADABLE, FaultCode.NOT_JSON);

    /** What only a file can have: a map has no key twice, and cites no document that is read. */
    private static final Set<FaultCode> OF_FILES =
            Set.of(FaultCode.UNKNOWN_FILE, FaultCode.REPEATED_KEY, FaultCode.NOT_IN_DOCUMENT);

    private final Path folder;

    private BrokenSeed(Path folder) {
        this.folder = folder;
    }

    static BrokenSeed in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(SeedData.FOLDER)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return new BrokenSeed(folder);
    }

    /** Replaces a text that follows the row's (or part's) id, once, and tells the line where the new text begins, counted from 1. */
    int replace(String file, String id, String old, String by) {
        String text = read(file);
        int row = text.indexOf("\"id\": \"" + id + '"');
        assertThat(row).as(id + " in " + file).isNotNegative();
        int at = text.indexOf(old, row);
        assertThat(at).as(old + " after " + id + " in " + file).isNotNegative();
        write(file, (text.substring(0, at) + by + text.substring(at + old.length())).getBytes(StandardCharsets.UTF_8));
        return (int) text.substring(0, at).lines().count() + (text.charAt(at - 1) == '\n' ? 1 : 0);
    }

    /** The line of the brace that opens the row, as the file now is. */
    int row(String file, String id) {
        return (int) read(file)
                        .substring(0, read(file).indexOf("\"id\": \"" + id + '"'))
                        .lines()
                        .count()
                - 1;
    }

    void write(String file, byte[] content) {
        try {
            Files.write(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    void delete(String file) throws IOException {
        Files.delete(folder.resolve(file));
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentences with which the seed is refused, one a fault, in their order. */
    List<String> refusedBy(Seeder seeder) {
        InvalidRecord refusal = catchThrowableOfType(InvalidRecord.class, () -> seeder.load(Optional.of(folder)));
        assertThat(refusal).as("the seed was loaded").isNotNull();
        List<String> lines = refusal.getMessage().lines().toList();
        List<String> faults = lines.subList(1, lines.size());
        assertThat(lines.get(0))
                .isEqualTo("The seed in " + folder + " has "
                        + (faults.size() == 1 ? "1 fault" : faults.size() + " faults") + " and was not loaded:");
        assertThat(faults).allMatch(fault -> fault.startsWith("  "));
        assertThat(refusal.sentences())
                .isEqualTo(faults.stream().map(String::strip).toList());
        // Of a file that has none of these, its rows are known.
        if (refusal.faults().stream().noneMatch(fault -> NO_ROWS.contains(fault.code()))) {
            isRefusedElsewhereToo(refusal.faults(), seeder.kinds());
            isRefusedAsEdits(refusal.faults(), seeder.kinds());
        }
        return faults.stream().map(String::strip).toList();
    }

    /**
     * The same rows made of maps, as an input of GraphQL or a line of a table would be, break the same rules. What is wrong with a
     * file, and not with a row, can't be wrong there.
     */
    private void isRefusedElsewhereToo(List<Fault> ofFiles, List<RecordRows> kinds) {
        Faults faults = new Faults();
        RowReader reader = new RowReader(kinds, new KnownIds(), faults);
        for (RecordRows kind : kinds) {
            maps(kind.file()).forEach(row -> reader.add(kind, Value.of(row)));
        }
        reader.read(new RecordLoad(false, OwnRecords.none()));
        assertThat(faults.all()).allMatch(fault -> fault.place() == null);
        assertThat(faults.all().stream().map(BrokenSeed::withoutPlace))
                .containsExactlyInAnyOrderElementsOf(ofFiles.stream()
                        .filter(fault -> !OF_FILES.contains(fault.code()))
                        .map(BrokenSeed::withoutPlace)
                        .toList());
    }

    /**
     * The rows that are new or other than in the built-in record, which the database holds, break the same rules as edits of it. A fault of
     * a row that stays as it is, since what it names has changed, is told of what has changed, or not at all if that row would be retracted.
     */
    private void isRefusedAsEdits(List<Fault> ofFiles, List<RecordRows> kinds) {
        Map<String, Map<String, Object>> changed = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        for (RecordRows kind : kinds) {
            List<?> before = maps(SeedData.FOLDER.resolve(kind.file()));
            for (Object row : maps(kind.file())) {
                if (before.contains(row)) {
                    continue;
                }
                if (!(row instanceof Map<?, ?> keys)
                        || !(keys.get("id") instanceof String id)
                        || changed.put(kind.kind().id(id), rowOf(keys)) != null) {
                    // It is nobody's row, or it is there twice: no edit can be like that.
                    return;
                }
                noteIds(row, ids);
            }
        }
        if (changed.isEmpty() || ofFiles.stream().anyMatch(fault -> fault.code() == FaultCode.INVALID_ID)) {
            return;
        }
        List<List<Object>> found;
        try (InstanceHandle<RecordChanges> changes = Arc.container().instance(RecordChanges.class);
                InstanceHandle<AgroalDataSource> database = Arc.container().instance(AgroalDataSource.class);
                Connection connection = database.get().getConnection()) {
            found = changes.get().judge(connection, changed, Map.of()).faults().values().stream()
                    .flatMap(List::stream)
                    .map(BrokenSeed::withoutPlace)
                    .toList();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        List<List<Object>> expected = ofFiles.stream()
                .filter(fault -> !OF_FILES.contains(fault.code()))
                .filter(fault -> !isRightInEdits(fault, changed.keySet()))
                .filter(fault -> fault.id() == null || ids.contains(fault.id().replaceFirst(".*/", "")))
                .map(BrokenSeed::withoutPlace)
                .toList();
        assertThat(found).as("as edits").containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Whether an edit can't have the fault: it may name records by full ids, and of a record that exists it is a correction. */
    private static boolean isRightInEdits(Fault fault, Set<String> changed) {
        return switch (fault.code()) {
            case DUPLICATE_ID -> changed.contains(fault.id());
            case UNKNOWN_ID -> RecordKind.of(fault.value().replace("\"", "")).isPresent();
            default -> false;
        };
    }

    @SuppressWarnings("unchecked") // a JSON object
    private static Map<String, Object> rowOf(Map<?, ?> keys) {
        return (Map<String, Object>) keys;
    }

    /** The ids of a row and of its parts. */
    private static void noteIds(Object value, Set<String> ids) {
        if (value instanceof Map<?, ?> keys) {
            if (keys.get("id") instanceof String id) {
                ids.add(id);
            }
            keys.values().forEach(each -> noteIds(each, ids));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> noteIds(each, ids));
        }
    }

    private static List<Object> withoutPlace(Fault fault) {
        return Arrays.asList(fault.code(), fault.id(), fault.path(), fault.value(), fault.rule());
    }

    private List<?> maps(String file) {
        return maps(folder.resolve(file));
    }

    private static List<?> maps(Path file) {
        try {
            return Files.exists(file) ? JSON.readValue(Files.readString(file), List.class) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
