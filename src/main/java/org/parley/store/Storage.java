package org.parley.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jboss.logging.Logger;

/** The folder of the H2 database file, and the message for a person when it can't be used. */
final class Storage {
    /** The name of the database, which its URL ends with. */
    static final String NAME = "parley";

    /** The name of a database that is to take its place. */
    static final String NEXT = "parley.next";

    /** In bytes. With less free space, every failure is reported as a full disk: only some of H2's errors say so. */
    private static final long FULL = 1 << 20;

    private static final Set<PosixFilePermission> GROUP =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE);

    private static final String REFUSED = "Parley was to load a record for the first time, and refused it.\n";

    private static final Logger LOG = Logger.getLogger(Storage.class);

    private final Path directory;

    Storage(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /** @throws CannotStart if the folder is missing and can't be made, or is not writable */
    void mustBeWritable() {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new CannotStart(
                    directory
                            + " (parley.data.directory) is a file. Set parley.data.directory to a folder that can be written to.");
        }
        try {
            Files.createDirectories(directory);
            // H2 would open a database without write permission read-only, and fail at the first write.
            Path probe = Files.createTempFile(directory, ".parley", ".tmp");
            Files.delete(probe);
        } catch (IOException e) {
            throw new CannotStart("The folder " + directory + " (parley.data.directory) can't be written to"
                    + (e instanceof FileSystemException file && file.getReason() != null ? ": " + file.getReason() : "")
                    + ". Set parley.data.directory to a folder that can.");
        }
        Path file = file();
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new CannotStart("The database " + file + " can't be written to. Give Parley leave to write it.");
        }
    }

    /** What a failure of the database means, as one message; null if a person could not fix it. */
    CannotStart explained(Throwable failure) {
        int code = 0;
        boolean corrupt = false;
        StringBuilder reasons = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            reasons.append(cause.getMessage()).append('\n');
            corrupt |= cause instanceof EOFException
                    || cause instanceof MVStoreException store && store.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT;
            if (cause instanceof SQLException found && code == 0) {
                code = found.getErrorCode();
            }
        }
        if (code == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return new CannotStart("The database " + file() + " is in use by another process. Stop that one, or set"
                    + " parley.data.directory to another folder.");
        }
        if (failure instanceof FlywayValidateException) {
            return new CannotStart(
                    "The database " + file() + " was made by another version of Parley. Start that version, or move"
                            + " the file away and Parley will load the record anew.");
        }
        if (isFull() || reasons.indexOf("No space left on device") >= 0) {
            return new CannotStart("The disk of " + directory
                    + " is full. Free some space, or set parley.data.directory to a folder on another disk.");
        }
        if (corrupt || code == ErrorCode.FILE_CORRUPTED_1 || code == ErrorCode.FILE_VERSION_ERROR_1) {
            return damaged();
        }
        if (code == ErrorCode.DATABASE_IS_READ_ONLY) {
            return new CannotStart("The database " + file() + " can't be written to. Give Parley leave to write it.");
        }
        return null;
    }

    private boolean isFull() {
        try {
            return Files.getFileStore(directory).getUsableSpace() < FULL;
        } catch (IOException e) {
            return false;
        }
    }

    CannotStart damaged() {
        return new CannotStart("The database " + file()
                + " is damaged. Restore it from a copy, or move it away and Parley" + " will load the record anew.");
    }

    /**
     * Copies the database that was built into the native executable to the folder, atomically: by a temporary file that is renamed.
     *
     * @return false if there is none, as in the JVM build
     */
    boolean copyPrepared() throws IOException {
        InputStream zip = Storage.class.getResourceAsStream("/record/parley.zip");
        if (zip == null) {
            return false;
        }
        try (ZipInputStream prepared = new ZipInputStream(zip)) {
            prepared.getNextEntry();
            // Not Files.createTempFile, whose permissions let only the owner read the file.
            Path copy = directory.resolve(".parley" + UUID.randomUUID() + ".tmp");
            try {
                try (FileChannel file =
                        FileChannel.open(copy, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                    ByteBuffer bytes = ByteBuffer.wrap(prepared.readAllBytes());
                    while (bytes.hasRemaining()) {
                        file.write(bytes);
                    }
                    file.force(true);
                }
                shareWithGroup(copy);
                Files.move(copy, file(), StandardCopyOption.ATOMIC_MOVE);
                return true;
            } finally {
                Files.deleteIfExists(copy);
            }
        }
    }

    /**
     * Makes a file writable for the group if the folder is, whatever this process's umask is: the next Parley may run as another user of
     * the same group, as on OpenShift.
     */
    void shareWithGroup(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null || !Files.getPosixFilePermissions(directory).contains(PosixFilePermission.GROUP_WRITE)) {
            return;
        }
        Set<PosixFilePermission> permissions =
                EnumSet.copyOf(view.readAttributes().permissions());
        if (permissions.addAll(GROUP)) {
            try {
                view.setPermissions(permissions);
            } catch (FileSystemException e) {
                // Another user owns the file and could change its permissions. This process can write to it.
                LOG.debugf(e, "%s could not be made writable for its group", file);
            }
        }
    }

    /** Creates a marker file, which exists as long as a new database is incomplete. */
    void firstLoadBegins() {
        mark("Parley is loading the record for the first time.\n");
    }

    /** Does nothing without a marker file: the database then holds the record of an earlier load. */
    void firstLoadIsRefused() {
        if (isFirstLoadUnfinished()) {
            mark(REFUSED);
        }
    }

    /** Whether the first load ended because the record has faults, and not because the process was killed. */
    boolean isFirstLoadRefused() throws IOException {
        return isFirstLoadUnfinished() && Files.readString(mark()).equals(REFUSED);
    }

    /** Replaces the marker file instead of writing into it: another user may own it. */
    private void mark(String text) {
        try {
            Files.deleteIfExists(mark());
            Files.writeString(mark(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isFirstLoadUnfinished() {
        return Files.exists(mark());
    }

    void firstLoadEnds() {
        try {
            Files.deleteIfExists(mark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Notes that the file is written while it is served, until {@link #changesAreWritten}. What a kill leaves of it in between can't be trusted:
     * H2 has been seen to refuse every write, and to wait for ever for a transaction that is gone.
     */
    void changesBegin() {
        try (FileChannel note = FileChannel.open(changing(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            note.write(
                    ByteBuffer.wrap("Parley is writing changes to its database.\n".getBytes(StandardCharsets.UTF_8)));
            note.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that was written is in the file. */
    void changesAreWritten() {
        try {
            Files.deleteIfExists(changing());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the process ended between {@link #changesBegin} and {@link #changesAreWritten}. */
    boolean wereChangesCut() {
        return Files.exists(changing());
    }

    private Path changing() {
        return directory.resolve("parley.changing");
    }

    private Path mark() {
        return directory.resolve("parley.loading");
    }

    Path file() {
        return directory.resolve(NAME + ".mv.db");
    }

    /** Where a file goes that can't be used any more, in the place of one of an earlier time. */
    Path aside() {
        return directory.resolve("parley.damaged.mv.db");
    }

    /** Moves the database's file away. No connection may be open. */
    void setAside() {
        try {
            Files.move(file(), aside(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the database's file. No connection may be open. */
    void delete() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of a database that is to take the place of {@link #file}. */
    Path next() {
        return directory.resolve(NEXT + ".mv.db");
    }

    /** Deletes the file of a load that was killed. The caller holds the lock of the database, so that no other process loads one. */
    void removeNext() throws IOException {
        Files.deleteIfExists(next());
    }

    Path directory() {
        return directory;
    }
}
