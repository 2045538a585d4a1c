package org.parley.record;

import java.io.ByteArrayInputStream;
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
 * The files of a seed. They are read as streams each time, so that memory does not bound their size.
 *
 * @param place    the folder's path, or {@link #PROGRAM}
 * @param contents contents by file name, such as {@code actors.json}; a file that does not exist, and so has no rows, has no entry
 * @param extra    names of further JSON files in the folder, which no kind reads, except those that operating systems and editors create
 */
record SeedFiles(String place, SortedMap<String, Content> contents, List<String> extra) {

    static final String PROGRAM = "the program";

    private static final int BUFFER = 1 << 16;

    /** The content of a file. */
    interface Content {

        /** In bytes. */
        long size() throws IOException;

        /** A stream from the beginning; to be closed. */
        InputStream open() throws IOException;
    }

    private record Bytes(byte[] bytes) implements Content {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    private record OnDisk(Path path) implements Content {
        @Override
        public long size() throws IOException {
            return Files.size(path);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }

    /** The names of the files that a seed may have, sorted. */
    static List<String> names(List<RecordRows> tables) {
        return tables.stream().map(RecordRows::file).sorted().toList();
    }

    /** The record inside the program. */
    static SeedFiles builtIn(List<String> names) throws IOException {
        SortedMap<String, Content> contents = new TreeMap<>();
        for (String name : names) {
            try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream("seed/" + name)) {
                if (in != null) {
                    contents.put(name, new Bytes(in.readAllBytes()));
                }
            }
        }
        return new SeedFiles(PROGRAM, contents, List.of());
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
        SortedMap<String, Content> contents = new TreeMap<>();
        List<Fault> unreadable = new ArrayList<>();
        for (String name : names) {
            Content content = new OnDisk(folder.resolve(name));
            // A folder can be opened, but not read.
            try (InputStream first = content.open()) {
                first.read();
                contents.put(name, content);
            } catch (NoSuchFileException e) {
                if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                    unreadable.add(Fault.ofFile(
                            FaultCode.UNREADABLE, name, 0, null, "must not be a symbolic link to a missing file"));
                }
            } catch (IOException e) {
                unreadable.add(unreadable(name));
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (!unreadable.isEmpty()) {
                throw new InvalidRecord(folder.toString(), unreadable);
            }
            if (contents.isEmpty()) {
                throw refused(
                        folder,
                        "parley.seed.directory must name a folder with at least one of " + String.join(", ", names));
            }
            return new SeedFiles(
                    folder.toString(),
                    contents,
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> isJson(name) && !names.contains(name))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw refused(folder, "parley.seed.directory must name a folder that Parley is allowed to read");
        }
    }

    private static Fault unreadable(String name) {
        return Fault.ofFile(FaultCode.UNREADABLE, name, 0, null, "must be a file that Parley is allowed to read");
    }

    private static InvalidRecord refused(Path folder, String sentence) {
        return new InvalidRecord(folder.toString(), List.of(Fault.of(FaultCode.UNREADABLE, sentence)));
    }

    /** The failure to read a file that could be read before. */
    InvalidRecord unreadable(String name, IOException failure) {
        InvalidRecord refusal = new InvalidRecord(place, List.of(unreadable(name)));
        refusal.addSuppressed(failure);
        return refusal;
    }

    /** The names of the files that a seed may have and this one does not. */
    List<String> absent(List<RecordRows> tables) {
        return names(tables).stream()
                .filter(name -> !contents.containsKey(name))
                .toList();
    }

    /** The size of all files together, in bytes; 0 for a file that is gone. */
    long size() {
        long size = 0;
        for (Content content : contents.values()) {
            try {
                size += content.size();
            } catch (IOException e) {
                // Only for the progress of a load. Reading the file will fail, too.
                continue;
            }
        }
        return size;
    }

    /** Leaves out files that operating systems and editors create: ._actors.json, .#actors.json, ~$actors.json. */
    private static boolean isJson(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json") && !name.startsWith(".") && !name.startsWith("~");
    }

    /**
     * SHA-256 of the names and contents, and of a text for everything else that the loaded rows, or the refusal to load them, depend on.
     * In hexadecimal digits.
     *
     * @throws InvalidRecord if a file can't be read any more
     */
    String digest(String dependsOn) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(dependsOn.getBytes(StandardCharsets.UTF_8));
            byte[] buffer = new byte[BUFFER];
            for (Map.Entry<String, Content> file : contents.entrySet()) {
                try (InputStream in = file.getValue().open()) {
                    digest.update(
                            (file.getKey() + ' ' + file.getValue().size() + '\n').getBytes(StandardCharsets.UTF_8));
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        digest.update(buffer, 0, read);
                    }
                } catch (IOException e) {
                    throw unreadable(file.getKey(), e);
                }
            }
            extra.forEach(name -> digest.update((name + '\n').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
