package org.parley.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file whose encoding is known and holds throughout. The bytes decide it: a byte order mark; else UTF-16 if every second byte of the
 * beginning is 0; else UTF-8. Any other encoding has to be given, since a file does not tell the old ones apart.
 */
final class TextFile {
    private static final int BUFFER = 1 << 16;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** How much of the beginning decides between UTF-8 and UTF-16. */
    private static final int BEGINNING = 512;

    private final Path path;
    private final Charset charset;
    private final int mark;

    private TextFile(Path path, Charset charset, int mark) {
        this.path = path;
        this.charset = charset;
        this.mark = mark;
    }

    /**
     * Reads the file once, to see that it is text.
     *
     * @param given the encoding; empty if the bytes decide it
     * @throws FileRefused if it is not text in this encoding, holds NUL, or an uneven number of quotation marks
     */
    static TextFile of(Path path, Optional<Charset> given) throws IOException {
        byte[] beginning = new byte[BEGINNING];
        int length;
        try (InputStream in = Files.newInputStream(path)) {
            length = in.readNBytes(beginning, 0, BEGINNING);
        }
        if (length >= ZIP.length && Arrays.equals(beginning, 0, ZIP.length, ZIP, 0, ZIP.length)) {
            throw new FileRefused(
                    ImportCode.NOT_CSV, name(path) + " is a zip file, as an .xlsx is; save the sheet as CSV (UTF-8)");
        }
        TextFile file = decided(path, given, beginning, length);
        file.prove();
        return file;
    }

    private static TextFile decided(Path path, Optional<Charset> given, byte[] beginning, int length) {
        if (begins(beginning, length, 0xEF, 0xBB, 0xBF)) {
            return new TextFile(path, StandardCharsets.UTF_8, 3);
        }
        if (begins(beginning, length, 0xFF, 0xFE)) {
            return new TextFile(path, StandardCharsets.UTF_16LE, 2);
        }
        if (begins(beginning, length, 0xFE, 0xFF)) {
            return new TextFile(path, StandardCharsets.UTF_16BE, 2);
        }
        if (given.isPresent()) {
            return new TextFile(path, given.get(), 0);
        }
        int[] zeros = new int[2];
        for (int i = 0; i < length; i++) {
            zeros[i % 2] += beginning[i] == 0 ? 1 : 0;
        }
        int half = length / 2;
        if (half > 1 && zeros[1] > half * 3 / 4 && zeros[0] == 0) {
            return new TextFile(path, StandardCharsets.UTF_16LE, 0);
        }
        if (half > 1 && zeros[0] > half * 3 / 4 && zeros[1] == 0) {
            return new TextFile(path, StandardCharsets.UTF_16BE, 0);
        }
        return new TextFile(path, StandardCharsets.UTF_8, 0);
    }

    private static boolean begins(byte[] bytes, int length, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Decodes all of it strictly. */
    private void prove() throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        Seen seen = new Seen();
        try (InputStream in = Files.newInputStream(path)) {
            in.skipNBytes(mark);
            boolean ended = false;
            while (!ended) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                ended = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(bytes, chars, ended);
                seen.take(chars.flip());
                chars.clear();
                if (result.isError()) {
                    throw new FileRefused(
                            ImportCode.ENCODING,
                            name(path) + " is not " + charset.name() + " (byte 0x"
                                    + String.format("%02x", bytes.get(bytes.position())) + " in line " + seen.line
                                    + "); give --encoding, such as windows-1252 (Western Europe) or windows-1251 (Cyrillic)");
                }
                bytes.compact();
            }
        }
        if (seen.nul > 0) {
            throw new FileRefused(
                    ImportCode.NOT_CSV,
                    name(path) + " holds the character NUL in line " + seen.nul + ", and is no text");
        }
        if (seen.quotes % 2 != 0) {
            throw new FileRefused(
                    ImportCode.OPEN_QUOTE,
                    name(path) + " has an uneven number of quotation marks; the one opened in line " + seen.opened
                            + " is never closed");
        }
    }

    /** What was seen in the characters so far. */
    private static final class Seen {
        private int line = 1;
        private boolean carriage;
        private long quotes;
        private int opened;
        private int nul;

        void take(CharBuffer chars) {
            while (chars.hasRemaining()) {
                char c = chars.get();
                if (c == '\r' || c == '\n' && !carriage) {
                    line++;
                }
                carriage = c == '\r';
                if (c == '"' && quotes++ % 2 == 0) {
                    opened = line;
                }
                if (c == 0 && nul == 0) {
                    nul = line;
                }
            }
        }
    }

    /** The characters from the beginning, without a byte order mark; to be closed. */
    Reader open() throws IOException {
        InputStream in = Files.newInputStream(path);
        try {
            in.skipNBytes(mark);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return new BufferedReader(new InputStreamReader(in, charset), BUFFER);
    }

    /** The file's name, for people. */
    String name() {
        return name(path);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
