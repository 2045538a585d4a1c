package org.parley.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The file of a journal in memory, on a disk that can fail, and that forgets what was not forced if the power fails. */
final class FaultyFile implements JournalFile {
    private byte[] bytes;
    private byte[] forced;
    private long room = Long.MAX_VALUE;
    private boolean failsAtForce;
    private boolean failsAtTruncate;
    private int forces;

    FaultyFile(byte[] content) {
        bytes = content.clone();
        forced = content.clone();
    }

    /** From now on the disk has room for so many further bytes, counted from the beginning of the file. */
    void hasRoomUpTo(long length) {
        room = length;
    }

    void failsAtForce(boolean fails) {
        failsAtForce = fails;
    }

    void failsAtTruncate() {
        failsAtTruncate = true;
    }

    int forces() {
        return forces;
    }

    /** What is left after a power failure. */
    byte[] forced() {
        return forced.clone();
    }

    /** What another program reads. */
    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(ByteBuffer into, long position) {
        int length = (int) Math.min(into.remaining(), bytes.length - position);
        if (length <= 0) {
            return -1;
        }
        into.put(bytes, (int) position, length);
        return length;
    }

    @Override
    public void write(byte[] written, long position) throws IOException {
        int length = (int) Math.max(0, Math.min(written.length, room - position));
        bytes = Arrays.copyOf(bytes, (int) Math.max(bytes.length, position + length));
        System.arraycopy(written, 0, bytes, (int) position, length);
        if (length < written.length) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void truncate(long size) throws IOException {
        if (failsAtTruncate) {
            throw new IOException("Input/output error");
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(bytes.length, size));
    }

    @Override
    public void force() throws IOException {
        forces++;
        if (failsAtForce) {
            throw new IOException("Input/output error");
        }
        forced = bytes.clone();
    }

    @Override
    public void close() {
        // In memory there is nothing to close.
    }
}
