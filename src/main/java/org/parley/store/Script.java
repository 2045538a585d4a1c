package org.parley.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.flywaydb.core.api.resource.LoadableResource;

/** A script that makes or changes tables, in {@code db/migration}. */
final class Script extends LoadableResource {
    private static final String FOLDER = "/db/migration/";

    /** All, in their order; in the executable their checksums are computed when it is built. */
    static final List<Script> ALL = Stream.of(
                    "V1__record.sql",
                    "V2__days.sql",
                    "V3__words.sql",
                    "V4__promise.sql",
                    "V5__reload.sql",
                    "V6__origin.sql")
            .map(Script::new)
            .toList();

    private final String file;

    /** As Flyway counts it: CRC-32 of the lines without their ends. */
    private final int checksum;

    private Script(String file) {
        this.file = file;
        CRC32 sum = new CRC32();
        try (BufferedReader lines = new BufferedReader(read())) {
            lines.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        checksum = (int) sum.getValue();
    }

    /** Whether this is the script that Flyway noted so when it ran it. */
    boolean isNotedAs(String version, int noted) {
        return file.startsWith("V" + version + "__") && checksum == noted;
    }

    @Override
    public Reader read() {
        return new InputStreamReader(Script.class.getResourceAsStream(FOLDER + file), StandardCharsets.UTF_8);
    }

    @Override
    public String getFilename() {
        return file;
    }

    @Override
    public String getRelativePath() {
        return file;
    }

    @Override
    public String getAbsolutePath() {
        return FOLDER.substring(1) + file;
    }

    /** The same: it is inside the program. */
    @Override
    public String getAbsolutePathOnDisk() {
        return getAbsolutePath();
    }
}
