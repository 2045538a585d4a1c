package org.parley.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.graph.Sha256;
import org.parley.journal.Journal;
import org.parley.journal.RecordPermissions;
import org.parley.record.Seeder;
import org.parley.store.DataConfig;

/**
 * The records on which the changes of a journal build: the one before the first change, and each that {@code parley rebase} has taken over.
 * Each is a folder beside the journal with the files of a seed, a row a line. It is never changed, but that a row can be erased. Thread-safe.
 */
@Singleton
class Bases {
    /** How many digits of the digest name the folder. */
    private static final int DIGITS = 12;

    /** The file with the sums of erased rows: an id and a SHA-256 a line. */
    private static final String ERASED = "erased.txt";

    private final Path record;
    private final Seeder seeder;
    private final ObjectMapper mapper;

    Bases(DataConfig data, Seeder seeder, ObjectMapper mapper) {
        this.record = data.directory().resolve("record");
        this.seeder = seeder;
        this.mapper = mapper;
    }

    /** Is told each row. */
    interface Rows {
        /**
         * @param id   the full id of its record
         * @param body JSON
         */
        void row(String id, String body) throws IOException;

        /** @param rows by the full ids of their records */
        default void all(Map<String, String> rows) throws IOException {
            for (Map.Entry<String, String> each : rows.entrySet()) {
                row(each.getKey(), each.getValue());
            }
        }
    }

    /** Passes all rows on. */
    interface Source {
        void rows(Rows each) throws IOException, SQLException;
    }

    /** What tells a record from every other. Not thread-safe. */
    static final class Digest {
        private final Map<String, String> sumById = new HashMap<>();

        void add(String id, String body) {
            sumById.put(id, Sha256.of(body));
        }

        /** @param sums the SHA-256 of rows that were erased, by the ids of their records */
        void addErased(Map<String, String> sums) {
            sums.forEach(sumById::putIfAbsent);
        }

        /** SHA-256 in hexadecimal digits; the order of the rows makes no difference. */
        String text() {
            return Sha256.of(sumById.entrySet().stream()
                    .map(each -> each.getKey() + ' ' + each.getValue())
                    .sorted()
                    .collect(Collectors.joining("\n")));
        }
    }

    /** The folder of the base with this digest. */
    Path folder(String digest) {
        return record.resolve("base-" + digest.substring(0, DIGITS));
    }

    /** Passes the rows of a base on. */
    void read(String digest, Rows each) throws IOException {
        for (Map.Entry<String, String> kind : seeder.files().entrySet()) {
            Path file = folder(digest).resolve(kind.getValue());
            if (Files.exists(file)) {
                read(file, kind.getKey(), each);
            }
        }
    }

    private void read(Path file, String kind, Rows each) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{")) {
                    String body = line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
                    each.row(kind + RowTexts.row(body, mapper).get("id"), body);
                }
            }
        }
    }

    /** Writes a base, unless it is there. When this returns, the disk has it; whenever it ends, the folder is whole or absent. */
    void keep(String digest, Source source) throws IOException, SQLException {
        Path whole = folder(digest);
        if (Files.exists(whole)) {
            return;
        }
        Path prepared = record.resolve(whole.getFileName() + ".new");
        Files.createDirectories(prepared);
        for (Path file : files(prepared)) {
            Files.delete(file);
        }
        try (SeedFolder files = new SeedFolder(prepared, seeder.files())) {
            source.rows(files);
        }
        RecordPermissions permissions = RecordPermissions.of(record);
        for (Path file : files(prepared)) {
            permissions.set(file);
            try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
                written.force(true);
            }
        }
        permissions.set(prepared);
        Journal.force(prepared);
        Files.move(prepared, whole, StandardCopyOption.ATOMIC_MOVE);
        Journal.force(record);
    }

    /** Passes the rows of a base on, and returns whether it is as it was when it was kept, but for what was erased since. */
    boolean readWhole(String digest, Rows each) throws IOException {
        Digest found = new Digest();
        read(digest, (id, body) -> {
            found.add(id, body);
            each.row(id, body);
        });
        found.addErased(erased(digest));
        return found.text().equals(digest);
    }

    /** The SHA-256 of the rows of a base that were erased, by the ids of their records. */
    Map<String, String> erased(String digest) throws IOException {
        return erased(folder(digest));
    }

    private static Map<String, String> erased(Path base) throws IOException {
        Path file = base.resolve(ERASED);
        Map<String, String> sums = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int space = line.indexOf(' ');
                sums.put(line.substring(0, space), line.substring(space + 1));
            }
        }
        return sums;
    }

    /**
     * Erases the rows of a record in all bases; their sums are kept in a file of their own. Whenever this ends early, it can be called again.
     *
     * @return how many rows were erased
     */
    int erase(String id) throws IOException {
        int erased = 0;
        try (Stream<Path> all = Files.list(record)) {
            for (Path base : all.filter(Bases::isBase).toList()) {
                erased += erase(base, id) ? 1 : 0;
            }
        }
        return erased;
    }

    private static boolean isBase(Path folder) {
        return folder.getFileName().toString().startsWith("base-") && Files.isDirectory(folder);
    }

    private boolean erase(Path base, String id) throws IOException {
        String kind = id.substring(0, id.indexOf('/') + 1);
        Path file = base.resolve(seeder.files().get(kind));
        if (!Files.exists(file)) {
            return false;
        }
        List<String> bodies = new ArrayList<>();
        String[] found = {null};
        read(file, kind, (each, body) -> {
            if (each.equals(id)) {
                found[0] = body;
            } else {
                bodies.add(body);
            }
        });
        if (found[0] == null) {
            return false;
        }
        // First the sum: where there are both, the row counts.
        Map<String, String> sums = erased(base);
        sums.put(id, Sha256.of(found[0]));
        replace(
                base.resolve(ERASED),
                sums.entrySet().stream()
                        .map(each -> each.getKey() + ' ' + each.getValue() + '\n')
                        .collect(Collectors.joining()));
        replace(file, bodies.stream().collect(Collectors.joining(",\n", "[\n", "\n]\n")));
        return true;
    }

    private void replace(Path file, String text) throws IOException {
        Path prepared = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel written = FileChannel.open(
                prepared, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            RecordPermissions.of(record).set(prepared);
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                written.write(bytes);
            }
            written.force(true);
        }
        Files.move(prepared, file, StandardCopyOption.ATOMIC_MOVE);
        Journal.force(file.getParent());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
