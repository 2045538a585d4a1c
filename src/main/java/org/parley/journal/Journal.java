package org.parley.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The journal of a record: the file {@code changes.ndjson}, to which one line is appended for each accepted change. A line is on the disk
 * before {@link #append} returns. Each line has the sum of the line before, so that no line can be altered, left out or moved unnoticed.
 *
 * <p>Thread-safe. One process at a time can have it open; {@link #verify} needs no access of its own.
 */
public final class Journal implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Journal.class);

    private static final String NAME = "changes.ndjson";
    private static final String TORN = "changes.torn";

    /**
     * The file that is locked while the journal is open. It is not the journal itself: POSIX drops a process's locks on a file when the
     * process closes that file anywhere, as {@link #verify} does.
     */
    private static final String LOCK = "changes.lock";

    /** In bytes. */
    private static final int BUFFER = 1 << 16;

    /** The lock files of this process. A second attempt must not even open the file, since closing it would drop the lock. */
    private static final Set<Path> LOCKED = ConcurrentHashMap.newKeySet();

    /**
     * What a verification found.
     *
     * @param lines  how many lines are as they were written, the first one and no line after a fault included
     * @param number the number of the last such change; 0 if there is none
     * @param bytes  the length of these lines
     * @param fault  the first fault as a sentence; null if there is none
     * @param base   the SHA-256 of the record with which the journal began; null if the first line is damaged
     * @param torn   the length of a last line that was not written completely; 0 if there is none, or if there is a fault. This is no
     *               fault: the line's change was never acknowledged, and another process may just be writing it
     */
    public record Report(long lines, long number, long bytes, String base, String fault, long torn) {}

    private final Path path;
    private final JournalFile file;
    private final AutoCloseable lock;
    private final String base;

    /** The last line, and the length of the file up to its end. Guarded by this. */
    private State state;

    /** Why nothing can be appended any more; null while it can. Guarded by this. */
    private JournalHalted halted;

    private record State(String base, Instant at, long number, String sum, long lines, long bytes) {}

    private Journal(Path path, JournalFile file, AutoCloseable lock, State state) {
        this.path = path;
        this.file = file;
        this.lock = lock;
        this.base = state.base();
        this.state = state;
    }

    /** Whether this folder has a journal. */
    public static boolean isIn(Path record) {
        return Files.exists(record.resolve(NAME));
    }

    /**
     * Begins a journal, in a folder that others can't read ({@link RecordPermissions}). The folder is made if it is missing. A
     * failure, or the end of the process, leaves either no journal or a whole one.
     *
     * @param base the SHA-256 of the record to which the changes are made
     * @throws JournalInUse         if it is open
     * @throws UncheckedIOException if there is a journal already, or if it can't be written
     */
    public static Journal create(Path record, String base, Instant at) {
        Path path = record.resolve(NAME);
        try {
            Files.createDirectories(record);
            RecordPermissions permissions = RecordPermissions.of(record);
            permissions.set(record);
            if (Files.exists(path)) {
                throw new FileAlreadyExistsException(path.toString());
            }
            Path prepared = record.resolve(NAME + ".new");
            JournalLine first = JournalLine.first(base, at);
            try (FileChannel channel = FileChannel.open(
                    prepared,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                permissions.set(prepared);
                JournalFile.of(channel).write(withNewline(first.bytes()), 0);
                channel.force(true);
            }
            Files.move(prepared, path, StandardCopyOption.ATOMIC_MOVE);
            force(record);
            force(record.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + path + " can't be made: " + reason(e), e);
        }
        return open(record, entry -> {});
    }

    /**
     * Opens the journal, and reads all of it. A last line without a newline at its end was never acknowledged: it is cut, and its bytes
     * are kept in the file {@code changes.torn}, in the place of those of an earlier time.
     *
     * @param each gets every change in the order of the journal, also those before a line that is damaged
     * @throws JournalDamaged       if a line is not as it was written; nothing is changed then
     * @throws JournalInUse         if it is open already
     * @throws UncheckedIOException if it can't be read, or if what must be cut can't be
     */
    public static Journal open(Path record, Consumer<JournalEntry> each) {
        Path path = record.resolve(NAME);
        AutoCloseable lock = null;
        FileChannel channel = null;
        try {
            lock = lock(record.resolve(LOCK), path);
            channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return open(path, JournalFile.of(channel), lock, each);
        } catch (IOException e) {
            close(channel, lock);
            throw new UncheckedIOException("The journal " + path + " can't be opened: " + reason(e), e);
        } catch (RuntimeException | Error e) {
            close(channel, lock);
            throw e;
        }
    }

    /** @param lock closed together with the journal */
    static Journal open(Path path, JournalFile file, AutoCloseable lock, Consumer<JournalEntry> each)
            throws IOException {
        State state = read(path, file, each);
        cutAfter(state.bytes(), path, file);
        return new Journal(path, file, lock, state);
    }

    /**
     * Reads all whole lines.
     *
     * @throws JournalDamaged at the first one that is not as it was written
     */
    private static State read(Path path, JournalFile file, Consumer<JournalEntry> each) throws IOException {
        State state = new State(null, null, 0, null, 0, 0);
        Lines lines = new Lines(file);
        for (byte[] bytes = lines.next(); bytes != null; bytes = lines.next()) {
            try {
                state = state.lines() == 0 ? begun(bytes) : followed(state, bytes, each);
            } catch (JournalLine.Fault fault) {
                throw damaged(state.lines() + 1, path, fault.getMessage());
            }
        }
        if (state.lines() == 0) {
            throw damaged(1, path, "it is not complete");
        }
        return state;
    }

    private static JournalDamaged damaged(long line, Path path, String reason) {
        return new JournalDamaged("line " + line + " of " + path + " is damaged: " + reason);
    }

    private static State begun(byte[] bytes) throws JournalLine.Fault {
        JournalLine line = JournalLine.readFirst(bytes);
        return new State(line.base(), null, 0, line.sum(), 1, bytes.length + 1L);
    }

    private static State followed(State before, byte[] bytes, Consumer<JournalEntry> each) throws JournalLine.Fault {
        JournalLine line = JournalLine.read(bytes);
        long number = line.entry().number();
        if (number != before.number() + 1) {
            throw new JournalLine.Fault("its number is " + number + ", not " + (before.number() + 1));
        }
        if (!line.previous().equals(before.sum())) {
            throw new JournalLine.Fault("it does not follow the line before it");
        }
        each.accept(line.entry());
        return new State(
                before.base(),
                line.entry().at(),
                number,
                line.sum(),
                before.lines() + 1,
                before.bytes() + bytes.length + 1);
    }

    /** Cuts what comes after the last whole line. Whenever this ends early, the next opening does it again. */
    private static void cutAfter(long whole, Path path, JournalFile file) throws IOException {
        long torn = file.size() - whole;
        if (torn == 0) {
            return;
        }
        Path kept = path.resolveSibling(TORN);
        try (FileChannel copy = FileChannel.open(
                kept, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            RecordPermissions.of(path.toAbsolutePath().getParent()).set(kept);
            ByteBuffer part = ByteBuffer.allocate(BUFFER);
            for (long at = whole; file.read(part, at) > 0; part.clear()) {
                at += part.flip().remaining();
                while (part.hasRemaining()) {
                    copy.write(part);
                }
            }
            copy.force(true);
        }
        force(path.toAbsolutePath().getParent());
        file.truncate(whole);
        file.force();
        LOG.warnf(
                "The last line of %s was not written completely, so its change was never acknowledged. It was cut: its %d bytes are in %s",
                path, torn, kept);
    }

    /**
     * Verifies the journal and changes nothing. It may be open, in this process or in another one.
     *
     * @throws UncheckedIOException if it can't be read
     */
    public static Report verify(Path record) {
        return verify(record, entry -> {});
    }

    /**
     * See {@link #verify(Path)}.
     *
     * @param each gets every change in the order of the journal, up to the first line that is damaged
     */
    public static Report verify(Path record, Consumer<JournalEntry> each) {
        Path path = record.resolve(NAME);
        State[] last = {new State(null, null, 0, null, 0, 0)};
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            JournalFile file = JournalFile.of(channel);
            Lines lines = new Lines(file);
            for (byte[] bytes = lines.next(); bytes != null; bytes = lines.next()) {
                try {
                    last[0] = last[0].lines() == 0 ? begun(bytes) : followed(last[0], bytes, each);
                } catch (JournalLine.Fault fault) {
                    return report(last[0], damaged(last[0].lines() + 1, path, fault.getMessage()), 0);
                }
            }
            return last[0].lines() == 0
                    ? report(last[0], damaged(1, path, "it is not complete"), 0)
                    : report(last[0], null, lines.rest());
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + path + " can't be read: " + reason(e), e);
        }
    }

    private static Report report(State state, JournalDamaged fault, long torn) {
        return new Report(
                state.lines(),
                state.number(),
                state.bytes(),
                state.base(),
                fault == null ? null : fault.getMessage(),
                torn);
    }

    /**
     * Erases the rows of a record: their contents, but not their sums, so that the sums of all lines still hold. Whenever this ends, the
     * journal is as it was, or has none of the rows.
     *
     * @return how many rows were erased
     * @throws JournalDamaged       if a line is not as it was written; nothing is changed then
     * @throws JournalInUse         if it is open
     * @throws UncheckedIOException if it can't be read or written
     */
    public static int erase(Path record, String id) {
        Path path = record.resolve(NAME);
        Path prepared = record.resolve(NAME + ".new");
        int[] erased = {0};
        AutoCloseable lock = null;
        try {
            lock = lock(record.resolve(LOCK), path);
            Report whole = verify(record);
            if (whole.fault() != null) {
                throw new JournalDamaged(whole.fault());
            }
            try (FileChannel from = FileChannel.open(path, StandardOpenOption.READ);
                    FileChannel to = FileChannel.open(
                            prepared,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                RecordPermissions.of(record).set(prepared);
                JournalFile written = JournalFile.of(to);
                Lines lines = new Lines(JournalFile.of(from));
                long position = 0;
                for (byte[] bytes = lines.next(); bytes != null; bytes = lines.next()) {
                    JournalLine line = position == 0 ? JournalLine.readFirst(bytes) : JournalLine.read(bytes);
                    JournalLine left = line.without(id);
                    if (left != line) {
                        erased[0] += (int) line.entry().edits().stream()
                                .filter(edit -> edit.id().equals(id) && edit.row() != null)
                                .count();
                    }
                    byte[] next = withNewline(left.bytes());
                    written.write(next, position);
                    position += next.length;
                }
                to.force(true);
            }
            Files.move(prepared, path, StandardCopyOption.ATOMIC_MOVE);
            force(record);
            // It may have a part of a line with the record's row.
            Files.deleteIfExists(record.resolve(TORN));
            return erased[0];
        } catch (JournalLine.Fault e) {
            throw new JournalDamaged("a line of " + path + " is damaged: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + path + " can't be written: " + reason(e), e);
        } finally {
            deleteQuietly(prepared);
            close(null, lock);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf(e, "%s could not be deleted", file);
        }
    }

    /**
     * Appends a change. When this returns, its line is on the disk; if it throws, the change is not accepted.
     *
     * @param entry its number is that of the last one, and 1 more
     * @return the length of the journal in bytes, as {@link #bytes} has it now
     * @throws IllegalArgumentException if the number is another one, if a row is not a JSON object, or if JSON is nested too deeply
     * @throws JournalFull              if the line can't be written; nothing of it is in the journal
     * @throws JournalHalted            if it is not known whether the line is on the disk, now or at an earlier call
     */
    public synchronized long append(JournalEntry entry) {
        if (halted != null) {
            throw new JournalHalted(halted.getMessage(), halted.getCause());
        }
        if (entry.number() != state.number() + 1) {
            throw new IllegalArgumentException(
                    "the next change must have the number " + (state.number() + 1) + ", not " + entry.number());
        }
        JournalLine line = JournalLine.of(entry, state.sum());
        mustBeReadable(line);
        try {
            file.write(withNewline(line.bytes()), state.bytes());
        } catch (IOException | RuntimeException | Error e) {
            throw undone(e);
        }
        try {
            file.force();
        } catch (IOException | RuntimeException | Error e) {
            // Never again: the system may have dropped what it could not write, and would call a second attempt a
            // success.
            throw halt("could not be forced to the disk", e);
        }
        state = new State(
                base,
                entry.at(),
                entry.number(),
                line.sum(),
                state.lines() + 1,
                state.bytes() + line.bytes().length + 1);
        return state.bytes();
    }

    /** What is written must be readable, whatever limits the parser has. */
    private static void mustBeReadable(JournalLine line) {
        try {
            JournalLine.read(line.bytes());
        } catch (JournalLine.Fault fault) {
            throw new IllegalArgumentException("the change could not be read again: " + fault.getMessage());
        }
    }

    /** Removes what was written of a line. */
    private RuntimeException undone(Throwable cause) {
        try {
            file.truncate(state.bytes());
            file.force();
        } catch (IOException | RuntimeException | Error e) {
            cause.addSuppressed(e);
            return halt("could not be written, nor cut to the length that it had", cause);
        }
        return new JournalFull("The journal " + path + " could not be written: " + reason(cause), cause);
    }

    private JournalHalted halt(String what, Throwable cause) {
        halted = new JournalHalted(
                "The journal " + path + " " + what + ", so it takes no further change until Parley is started again: "
                        + reason(cause),
                cause);
        return halted;
    }

    /** The SHA-256 of the record with which the journal began. */
    public String base() {
        return base;
    }

    /** The number of the last change; 0 if there is none. */
    public synchronized long number() {
        return state.number();
    }

    /** The sum of the last line, 64 hexadecimal digits: it names the whole of the journal. */
    public synchronized String sum() {
        return state.sum();
    }

    /** The length in bytes. */
    public synchronized long bytes() {
        return state.bytes();
    }

    /** Whether {@link #append} would throw {@link JournalHalted}. */
    public synchronized boolean isHalted() {
        return halted != null;
    }

    /**
     * The moment for the next change: now, or a millisecond after the last change if the clock has not gone on, so that no two changes have
     * the same moment.
     *
     * @return in whole milliseconds
     */
    public synchronized Instant momentAfterLast(Instant now) {
        Instant here = now.truncatedTo(ChronoUnit.MILLIS);
        Instant least = state.at() == null
                ? here
                : state.at().truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
        return here.isBefore(least) ? least : here;
    }

    /** Another process may open it then. */
    @Override
    public synchronized void close() {
        close(file, lock);
        if (halted == null) {
            halted = new JournalHalted("The journal " + path + " is closed", null);
        }
    }

    private static void close(AutoCloseable file, AutoCloseable lock) {
        try (lock;
                file) {
            // Both are closed, in the order from the right.
        } catch (Exception e) {
            LOG.debug("The journal could not be closed", e);
        }
    }

    /**
     * Whether a process has the journal open.
     *
     * @throws UncheckedIOException if that can't be found out
     */
    public static boolean isInUse(Path record) {
        Path path = record.resolve(NAME);
        try {
            close(null, lock(record.resolve(LOCK), path));
            return false;
        } catch (JournalInUse e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + path + " can't be opened: " + reason(e), e);
        }
    }

    /** @throws JournalInUse if it is locked already */
    private static AutoCloseable lock(Path lock, Path journal) throws IOException {
        if (!Files.exists(journal)) {
            throw new NoSuchFileException(journal.toString());
        }
        Path real = lock.toAbsolutePath().getParent().toRealPath().resolve(lock.getFileName());
        if (!LOCKED.add(real)) {
            throw new JournalInUse("The journal " + journal + " is open already in this process.");
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(real, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            RecordPermissions.of(real.getParent()).set(real);
            if (channel.tryLock() == null) {
                throw new JournalInUse("The journal " + journal + " is in use by another process.");
            }
        } catch (IOException | RuntimeException | Error e) {
            close(channel, null);
            LOCKED.remove(real);
            throw e;
        }
        FileChannel locked = channel;
        return () -> {
            try {
                locked.close();
            } finally {
                LOCKED.remove(real);
            }
        };
    }

    private static byte[] withNewline(byte[] line) {
        byte[] whole = Arrays.copyOf(line, line.length + 1);
        whole[line.length] = '\n';
        return whole;
    }

    /** Forces the names of a folder's files to the disk. Windows can't, and does so by itself. */
    public static void force(Path folder) throws IOException {
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** Splits a file into lines. One line is in memory at a time. */
    private static final class Lines {
        private final JournalFile file;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private long position;

        Lines(JournalFile file) {
            this.file = file;
        }

        /** The next line without its newline; null if no whole one is left. */
        byte[] next() throws IOException {
            line.reset();
            while (true) {
                int start = buffer.position();
                int end = start;
                while (end < buffer.limit() && buffer.get(end) != '\n') {
                    end++;
                }
                line.write(buffer.array(), start, end - start);
                if (end < buffer.limit()) {
                    buffer.position(end + 1);
                    return line.toByteArray();
                }
                buffer.clear();
                int read = file.read(buffer, position);
                buffer.flip();
                if (read <= 0) {
                    return null;
                }
                position += read;
            }
        }

        /** How many bytes follow the last whole line, once {@link #next} has returned null. */
        long rest() {
            return line.size();
        }
    }
}
