package org.parley.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/** Compresses and decompresses the gzip format (RFC 1952). */
final class Gzip {
    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATE = 8;

    // Flags in a member's header: which optional fields follow it.
    private static final int HEAD_CHECKED = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int UNKNOWN = 0xe0;

    private Gzip() {}

    static byte[] packed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Decompresses what a client sent. The JDK's {@code GZIPInputStream} recurses once for each empty member, and 1 MB can hold 50,000 of
     * them, which overflows the stack.
     *
     * @param most the most bytes that the result may have; decompression stops at most one buffer (8 KiB) later
     * @return null if the result is larger
     * @throws ZipException if it is not gzip, or is truncated
     */
    static byte[] unpacked(byte[] packed, int most) throws ZipException {
        ByteBuffer in = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Inflater inflater = new Inflater(true);
        try {
            do {
                passHead(in);
                if (!unpackMember(in, inflater, out, most)) {
                    return null;
                }
            } while (in.hasRemaining());
        } catch (DataFormatException | BufferUnderflowException e) {
            throw new ZipException(e.getMessage());
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }

    private static void passHead(ByteBuffer in) throws ZipException {
        int magic = in.getShort() & 0xffff;
        int method = in.get();
        int flags = in.get();
        if (magic != MAGIC || method != DEFLATE || (flags & UNKNOWN) != 0) {
            throw new ZipException("no member begins here");
        }
        // Skips modification time, compression level and operating system.
        pass(in, 6);
        if ((flags & EXTRA) != 0) {
            pass(in, in.getShort() & 0xffff);
        }
        if ((flags & NAME) != 0) {
            passText(in);
        }
        if ((flags & COMMENT) != 0) {
            passText(in);
        }
        if ((flags & HEAD_CHECKED) != 0) {
            pass(in, 2);
        }
    }

    private static void pass(ByteBuffer in, int bytes) {
        in.get(new byte[bytes]);
    }

    private static void passText(ByteBuffer in) {
        while (in.get() != 0) {
            // not at the terminating zero yet
        }
    }

    /** Returns false as soon as the output is larger than allowed. */
    private static boolean unpackMember(ByteBuffer in, Inflater inflater, ByteArrayOutputStream out, int most)
            throws DataFormatException, ZipException {
        byte[] some = new byte[8192];
        CRC32 sum = new CRC32();
        int before = out.size();
        inflater.reset();
        inflater.setInput(in.array(), in.position(), in.remaining());
        while (!inflater.finished()) {
            int length = inflater.inflate(some);
            if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                throw new ZipException("a member does not end");
            }
            if (length > most - out.size()) {
                return false;
            }
            sum.update(some, 0, length);
            out.write(some, 0, length);
        }
        in.position(in.limit() - inflater.getRemaining());
        if (in.getInt() != (int) sum.getValue() || in.getInt() != out.size() - before) {
            throw new ZipException("a member is not what was packed");
        }
        return true;
    }
}
