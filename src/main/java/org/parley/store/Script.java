package org.parley.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.flywaydb.core.api.resource.LoadableResource;

/** A Flyway migration in {@code db/migration}: an SQL script that creates or alters tables. */
final class Script extends LoadableResource {
    private static final String FOLDER = "/db/migration/";

    private static final Pattern NAME = Pattern.compile("V(\\d+)__\\w+\\.sql");

    /** All scripts in the folder, by version. The native executable reads them at build time. */
    static final List<Script> ALL = names().stream()
            .filter(name -> NAME.matcher(name).matches())
            .sorted(Comparator.comparing(Script::version))
            .map(Script::new)
            .toList();

    private final String file;

    /** Computed as Flyway does: CRC-32 of the lines in UTF-8, without line ends. */
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

    private static int version(String file) {
        Matcher name = NAME.matcher(file);
        name.matches();
        return Integer.parseInt(name.group(1));
    }

    /** The names of all files in the first script's folder, on disk or in a jar: a class loader can't list a folder. */
    private static List<String> names() {
        String first = Script.class.getResource(FOLDER + "V1__record.sql").toString();
        try {
            if (!first.startsWith("jar:")) {
                try (Stream<Path> files = Files.list(Path.of(URI.create(first)).getParent())) {
                    return files.map(file -> file.getFileName().toString()).toList();
                }
            }
            URI jar = URI.create(first.substring("jar:".length(), first.indexOf("!/")));
            try (JarFile files = new JarFile(Path.of(jar).toFile())) {
                return files.stream()
                        .map(entry -> '/' + entry.getName())
                        .filter(name -> name.startsWith(FOLDER))
                        .map(name -> name.substring(FOLDER.length()))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether Flyway's history table has this script with this version and checksum. */
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

    /** The same as {@link #getAbsolutePath}: the script is inside the program. */
    @Override
    public String getAbsolutePathOnDisk() {
        return getAbsolutePath();
    }
}
