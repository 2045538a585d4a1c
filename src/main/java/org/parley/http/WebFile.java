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
 * A page, a file that it loads, or the schema. The program holds those that {@code src/main/explorer} makes gzipped, as they are sent to
 * nearly everybody, and those written by hand as they are.
 */
final class WebFile {
    private static final String FOLDER = "/pages/";
    private static final String UTF_8 = "; charset=utf-8";

    /** All of them are text, and in UTF-8. */
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css",
            "graphql", "text/plain",
            "html", "text/html",
            "js", "text/javascript",
            "txt", "text/plain");

    private final String type;
    private final byte[] gzipped;
    private final EntityTag tag;

    /** Null until somebody asks for it who takes nothing gzipped, as hardly anybody does. */
    private volatile byte[] plain;

    private WebFile(String type, byte[] gzipped) {
        this.type = type;
        this.gzipped = gzipped;
        this.tag = new EntityTag(Sha256.of(gzipped));
    }

    /**
     * Reads it from the class path.
     *
     * @param name with its folders below that of the pages; not one that leads out of there
     * @return null if there is none of this name
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

    /** One that is made while the program runs. */
    static WebFile of(String type, String text) {
        return new WebFile(type + UTF_8, Gzip.packed(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** One that was made just now, whose type its name tells. */
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

    /** As the header Content-Type has it. */
    String type() {
        return type;
    }

    EntityTag tag() {
        return tag;
    }

    /** @return not to be changed: they are kept */
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
