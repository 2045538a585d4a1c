package org.parley.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The bytes of a seed.
 *
 * @param place the folder's path, or {@link #PROGRAM}
 * @param bytes contents by file name, such as {@code actors.json}; a file that does not exist, and so has no rows, has no entry
 * @param extra names of further JSON files in the folder, which no kind reads, except those that operating systems and editors create
 */
record SeedFiles(String place, SortedMap<String, byte[]> bytes, List<String> extra) {

    static final String PROGRAM = "the program";

    /** The names of the files that a seed may have, sorted. */
    static List<String> names(List<RecordRows> tables) {
        return tables.stream().map(RecordRows::file).sorted().toList();
    }

    /** The record inside the program. */
    static SeedFiles builtIn(List<String> names) throws IOException {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        for (String name : names) {
            try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream("seed/" + name)) {
                if (in != null) {
                    bytes.put(name, in.readAllBytes());
                }
            }
        }
        return new SeedFiles(PROGRAM, bytes, List.of());
    }

    /**
     * The record in a folder.
     *
     * @throws InvalidRecord if the folder does not exist, holds none of the files, or can't be read, or a file in it can't be read
     */
    static SeedFiles folder(Path folder, List<String> names) {
        if (!Files.isDirectory(folder)) {
            throw refused(folder, "parley.seed.directory must name a folder that exists");
        }
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        List<Fault> unreadable = new ArrayList<>();
        for (String name : names) {
            try {
                bytes.put(name, Files.readAllBytes(folder.resolve(name)));
            } catch (NoSuchFileException e) {
                if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                    unreadable.add(Fault.ofFile(
                            FaultCode.UNREADABLE, name, 0, null, "must not be a symbolic link to a missing file"));
                }
            } catch (IOException e) {
                unreadable.add(Fault.ofFile(
                        FaultCode.UNREADABLE, name, 0, null, "must be a file that Parley is allowed to read"));
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (!unreadable.isEmpty()) {
                throw new InvalidRecord(folder.toString(), unreadable);
            }
            if (bytes.isEmpty()) {
                throw refused(
                        folder,
                        "parley.seed.directory must name a folder with at least one of " + String.join(", ", names));
            }
            return new SeedFiles(
                    folder.toString(),
                    bytes,
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> isJson(name) && !names.contains(name))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw refused(folder, "parley.seed.directory must name a folder that Parley is allowed to read");
        }
    }

    private static InvalidRecord refused(Path folder, String sentence) {
        return new InvalidRecord(folder.toString(), List.of(Fault.of(FaultCode.UNREADABLE, sentence)));
    }

    /** The names of the files that a seed may have and this one does not. */
    List<String> absent(List<RecordRows> tables) {
        return names(tables).stream().filter(name -> !bytes.containsKey(name)).toList();
    }

    /** Leaves out files that operating systems and editors create: ._actors.json, .#actors.json, ~$actors.json. */
    private static boolean isJson(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json") && !name.startsWith(".") && !name.startsWith("~");
    }

    /**
     * SHA-256 of the names and contents, and of a text for everything else that the loaded rows, or the refusal to load them, depend on.
     * In hexadecimal digits.
     */
    String digest(String dependsOn) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(dependsOn.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : bytes.entrySet()) {
                digest.update((file.getKey() + ' ' + file.getValue().length + '\n').getBytes(StandardCharsets.UTF_8));
                digest.update(file.getValue());
            }
            extra.forEach(name -> digest.update((name + '\n').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
