package org.parley.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.parley.graph.Sha256;

/**
 * A page, a file that a page loads, or the schema, cached in gzipped form, since nearly every client accepts gzip. Files that
 * {@code src/main/explorer} builds are stored gzipped in the program; files written by hand are stored as they are. Thread-safe.
 */
final class WebFile {
    private static final String FOLDER = "/pages/";
    private static final String UTF_8 = "; charset=utf-8";

    /** The media type by file extension. All files are UTF-8 text. */
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css",
            "graphql", "text/plain",
            "html", "text/html",
            "js", "text/javascript",
            "txt", "text/plain");

    private final String type;
    private final byte[] gzipped;
    private final EntityTag tag;

    /** The uncompressed bytes, for clients that don't accept gzip. Created lazily, since hardly any client needs them: null until then. */
    private volatile byte[] plain;

    private WebFile(String type, byte[] gzipped) {
        this.type = type;
        this.gzipped = gzipped;
        this.tag = new EntityTag(Sha256.of(gzipped));
    }

    /**
     * Reads a file from the class path.
     *
     * @param name the path below the folder {@code /pages/}; the caller makes sure that it does not lead out of it
     * @return null if there is no such file, or its extension is unknown
     */
    static WebFile read(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            return null;
        }
        byte[] gzipped = bytes(name + ".gz");
        if (gzipped == null) {
            byte[] plain = bytes(name);
            gzipped = plain == null ? null : Gzip.packed(plain);
        }
        return gzipped == null ? null : new WebFile(type + UTF_8, gzipped);
    }

    /** A file that is generated at run time. */
    static WebFile of(String type, String text) {
        return new WebFile(type + UTF_8, Gzip.packed(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A file that is generated at run time, whose extension determines its type. */
    static WebFile named(String name, String text) {
        return of(TYPES.get(name.substring(name.lastIndexOf('.') + 1)), text);
    }

    private static byte[] bytes(String name) {
        try (InputStream resource = WebFile.class.getResourceAsStream(FOLDER + name)) {
            return resource == null ? null : resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of the header Content-Type. */
    String type() {
        return type;
    }

    EntityTag tag() {
        return tag;
    }

    /** @return the cached array, which must not be changed */
    byte[] bytes(boolean gzip) {
        if (!gzip && plain == null) {
            try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
                plain = stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return gzip ? gzipped : plain;
    }
}
