package org.parley.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.graph.Sha256;
import org.parley.journal.Journal;
import org.parley.journal.RecordPermissions;
import org.parley.record.Seeder;
import org.parley.store.DataConfig;

/**
 * The records on which the changes of a journal build: the one before the first change, and each that {@code parley rebase} has taken over.
 * Each is a folder beside the journal with the files of a seed, a row a line, which is never changed. Thread-safe.
 */
@Singleton
class Bases {
    /** How many digits of the digest name the folder. */
    private static final int DIGITS = 12;

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
    }

    /** Passes all rows on. */
    interface Source {
        void rows(Rows each) throws IOException, SQLException;
    }

    /** What tells a record from every other. Not thread-safe. */
    static final class Digest {
        private final List<String> sums = new ArrayList<>();

        void add(String id, String body) {
            sums.add(id + ' ' + Sha256.of(body));
        }

        /** SHA-256 in hexadecimal digits; the order of the rows makes no difference. */
        String text() {
            sums.sort(null);
            return Sha256.of(String.join("\n", sums));
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
            if (!Files.exists(file)) {
                continue;
            }
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("{")) {
                        String body = line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
                        each.row(kind.getKey() + RowTexts.row(body, mapper).get("id"), body);
                    }
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
            source.rows(files::row);
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

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
