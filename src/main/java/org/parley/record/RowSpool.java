package org.parley.record;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps rows in lists until they are inserted, so that all of them can be checked first, and a load needs little memory: a list larger
 * than a megabyte continues in a temporary file. The file has no name in its folder from the moment it is open, so that nothing of it
 * remains when the process is killed. Not thread-safe.
 */
final class RowSpool implements AutoCloseable {
    private static final int IN_MEMORY = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private static final int NULL = 0;
    private static final int TEXT = 1;
    private static final int INTEGER = 2;
    private static final int LONG = 3;
    private static final int DOUBLE = 4;
    private static final int TRUE = 5;
    private static final int FALSE = 6;
    private static final int DAY = 7;
    private static final int INSTANT = 8;
    private static final int TEXTS = 9;

    private final Path folder;
    private final Map<String, Rows> lists = new LinkedHashMap<>();
    private long size;

    /** @param folder for temporary files; must exist once a list is larger than a megabyte */
    RowSpool(Path folder) {
        this.folder = folder;
    }

    private static final class Rows {
        private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(memory);
        private FileChannel file;
        private int columns;
        private long count;
    }

    /** Reads a list in the order in which it was written. */
    final class Reader {
        private final DataInputStream in;
        private final int columns;
        private long left;

        private Reader(Rows rows) {
            InputStream memory = new ByteArrayInputStream(rows.memory.toByteArray());
            in = new DataInputStream(
                    rows.file == null
                            ? memory
                            : new BufferedInputStream(
                                    new SequenceInputStream(new FromStart(rows.file), memory), BUFFER));
            columns = rows.columns;
            left = rows.count;
        }

        /** The next row; null after the last. */
        Object[] next() {
            if (left == 0) {
                return null;
            }
            left--;
            try {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = read(in);
                }
                return row;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads a file by positions of its own, so that several can read it, and closing it does not close the file. */
    private static final class FromStart extends InputStream {
        private final FileChannel file;
        private long position;

        FromStart(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = file.read(ByteBuffer.wrap(bytes, from, length), position);
            position += Math.max(0, read);
            return read;
        }
    }

    /** @param values of the types that the columns of the record have; all rows of a list have the same number of them */
    void add(String list, Object... values) {
        Rows rows = lists.computeIfAbsent(list, name -> new Rows());
        rows.columns = values.length;
        rows.count++;
        size++;
        try {
            for (Object value : values) {
                write(value, rows.out);
            }
            if (rows.memory.size() > IN_MEMORY) {
                spill(rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void spill(Rows rows) throws IOException {
        if (rows.file == null) {
            rows.file = FileChannel.open(
                    folder.resolve(".parley" + UUID.randomUUID() + ".tmp"),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        }
        ByteBuffer bytes = ByteBuffer.wrap(rows.memory.toByteArray());
        while (bytes.hasRemaining()) {
            rows.file.write(bytes);
        }
        rows.memory.reset();
    }

    /** The number of rows of all lists. */
    long size() {
        return size;
    }

    /** The number of rows of a list. */
    long size(String list) {
        return lists.containsKey(list) ? lists.get(list).count : 0;
    }

    Iterable<String> lists() {
        return lists.keySet();
    }

    /** A reader of a list that is complete. */
    Reader reader(String list) {
        return new Reader(lists.getOrDefault(list, new Rows()));
    }

    /** Frees the memory and the file of a list that is no longer needed. */
    void forget(String list) {
        Rows rows = lists.remove(list);
        if (rows != null) {
            close(rows);
        }
    }

    @Override
    public void close() {
        lists.values().forEach(RowSpool::close);
        lists.clear();
    }

    private static void close(Rows rows) {
        if (rows.file != null) {
            try {
                rows.file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void write(Object value, DataOutputStream out) throws IOException {
        if (value == null) {
            out.writeByte(NULL);
        } else if (value instanceof String text) {
            out.writeByte(TEXT);
            writeText(text, out);
        } else if (value instanceof Integer number) {
            out.writeByte(INTEGER);
            out.writeInt(number);
        } else if (value instanceof Long number) {
            out.writeByte(LONG);
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeByte(DOUBLE);
            out.writeDouble(number);
        } else if (value instanceof Boolean flag) {
            out.writeByte(flag ? TRUE : FALSE);
        } else if (value instanceof LocalDate day) {
            out.writeByte(DAY);
            out.writeLong(day.toEpochDay());
        } else if (value instanceof OffsetDateTime at) {
            out.writeByte(INSTANT);
            out.writeLong(at.toInstant().toEpochMilli());
        } else if (value instanceof String[] texts) {
            out.writeByte(TEXTS);
            out.writeInt(texts.length);
            for (String text : texts) {
                writeText(text, out);
            }
        } else {
            throw new IllegalArgumentException("No column of the record holds a " + value.getClass());
        }
    }

    /** As UTF-8, or as characters with a negative length if it has a surrogate: no charset has a form for one that is not in a pair. */
    private static void writeText(String text, DataOutputStream out) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                out.writeInt(-text.length());
                out.writeChars(text);
                return;
            }
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Object read(DataInputStream in) throws IOException {
        int type = in.readUnsignedByte();
        return switch (type) {
            case NULL -> null;
            case TEXT -> readText(in);
            case INTEGER -> in.readInt();
            case LONG -> in.readLong();
            case DOUBLE -> in.readDouble();
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case DAY -> LocalDate.ofEpochDay(in.readLong());
            case INSTANT -> OffsetDateTime.ofInstant(Instant.ofEpochMilli(in.readLong()), ZoneOffset.UTC);
            case TEXTS -> {
                String[] texts = new String[in.readInt()];
                for (int i = 0; i < texts.length; i++) {
                    texts[i] = readText(in);
                }
                yield texts;
            }
            default -> throw new IOException("no type of value is " + type);
        };
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            char[] characters = new char[-length];
            for (int i = 0; i < characters.length; i++) {
                characters[i] = in.readChar();
            }
            return new String(characters);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
