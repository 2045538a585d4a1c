package org.parley.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of a journal. An interface, so that a test can let the disk fail. Used by one thread at a time. */
interface JournalFile extends Closeable {

    /** In bytes. */
    long size() throws IOException;

    /**
     * Reads at most as many bytes as the buffer takes.
     *
     * @return how many; -1 at the end
     */
    int read(ByteBuffer into, long position) throws IOException;

    /** Writes all bytes. A failure may leave some of them written. */
    void write(byte[] bytes, long position) throws IOException;

    void truncate(long size) throws IOException;

    /** Returns once all that was written is on the disk. */
    void force() throws IOException;

    static JournalFile of(FileChannel channel) {
        return new JournalFile() {
            /** In bytes. The JDK copies what is written into a direct buffer of the same size, and keeps that buffer for the thread. */
            private static final int PART = 1 << 16;

            @Override
            public long size() throws IOException {
                return channel.size();
            }

            @Override
            public int read(ByteBuffer into, long position) throws IOException {
                return channel.read(into, position);
            }

            @Override
            public void write(byte[] bytes, long position) throws IOException {
                int written = 0;
                while (written < bytes.length) {
                    ByteBuffer part = ByteBuffer.wrap(bytes, written, Math.min(PART, bytes.length - written));
                    written += channel.write(part, position + written);
                }
            }

            @Override
            public void truncate(long size) throws IOException {
                channel.truncate(size);
            }

            @Override
            public void force() throws IOException {
                // The length of the file is forced even so: without it, the bytes could not be read.
                channel.force(false);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
