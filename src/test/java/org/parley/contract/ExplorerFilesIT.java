package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.AnyDatabase;
import org.parley.Npm;

/** The explorer's files, which are committed, are what {@code src/main/explorer} makes. */
@AnyDatabase
class ExplorerFilesIT {
    private static final Path COMMITTED = Path.of("src", "main", "resources", "pages", "graphiql");

    @TempDir
    Path made;

    @Test
    void they_are_made_of_what_stands_beside_them() throws IOException {
        Npm.at(Path.of("src", "main", "explorer")).node("build.mjs", made);
        Map<Path, String> committed = files(COMMITTED);
        Map<Path, String> anew = files(made);
        assertThat(anew.keySet()).isEqualTo(committed.keySet());
        anew.forEach((file, text) -> assertThat(text.equals(committed.get(file)))
                .as("%s is as committed; if not: npm run build in src/main/explorer", file)
                .isTrue());
    }

    private static Map<Path, String> files(Path folder) throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile).forEach(path -> files.put(folder.relativize(path), text(path)));
        }
        return files;
    }

    /** What is gzipped in it: another release of Node.js may write that in other bytes. */
    private static String text(Path path) {
        try (InputStream file = Files.newInputStream(path);
                InputStream text = path.toString().endsWith(".gz") ? new GZIPInputStream(file) : file) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
