package org.parley.change;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Writes rows as the files of a seed, a line each. For use by one thread. */
final class SeedFolder implements Bases.Rows, AutoCloseable {
    private final Map<String, BufferedWriter> writers = new HashMap<>();
    private final Map<String, String> separators = new HashMap<>();

    /**
     * Begins all files.
     *
     * @param folder exists
     * @param files  the name of the file for each kind of record, by the prefix of its ids
     */
    SeedFolder(Path folder, Map<String, String> files) throws IOException {
        try {
            for (Map.Entry<String, String> kind : files.entrySet()) {
                writers.put(kind.getKey(), Files.newBufferedWriter(folder.resolve(kind.getValue())));
                separators.put(kind.getKey(), "[\n");
            }
        } catch (IOException e) {
            closeAll(e);
            throw e;
        }
    }

    @Override
    public void row(String id, String body) throws IOException {
        String kind = id.substring(0, id.indexOf('/') + 1);
        BufferedWriter writer = writers.get(kind);
        writer.write(separators.put(kind, ",\n"));
        writer.write(body);
    }

    /** Ends all files. */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        try {
            for (Map.Entry<String, BufferedWriter> each : writers.entrySet()) {
                each.getValue().write(separators.get(each.getKey()).equals("[\n") ? "[\n]\n" : "\n]\n");
            }
        } catch (IOException e) {
            failure = e;
        }
        failure = closeAll(failure);
        if (failure != null) {
            throw failure;
        }
    }

    private IOException closeAll(IOException before) {
        IOException failure = before;
        for (BufferedWriter writer : writers.values()) {
            try {
                writer.close();
            } catch (IOException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        return failure;
    }
}
