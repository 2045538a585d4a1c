package org.parley.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A backup of a record that people change: a ZIP file with the journal up to its last whole line, and the record before the first change.
 * The database is not in it, since it is made from them. Thread-safe.
 */
public final class JournalArchive {
    private static final String JOURNAL = "changes.ndjson";
    private static final Pattern BASE = Pattern.compile("base-[0-9a-f]{12}");
    private static final Pattern ENTRY =
            Pattern.compile("base-[0-9a-f]{12}/(?:[a-z_-]{1,50}\\.json|erased\\.txt)|changes\\.ndjson");

    /** How many bases and files an archive may have. */
    private static final int MOST = 10_000;

    private JournalArchive() {}

    /**
     * Makes a backup. Parley may run and write meanwhile: only files that are never changed are read, and lines of the journal that are
     * whole. Whenever this ends, {@code file} is a whole backup, or absent.
     *
     * @param record the folder with the journal
     * @param file   must not exist
     * @return the number of the last change in it
     * @throws JournalDamaged             if a line is not as it was written
     * @throws FileAlreadyExistsException if the file exists
     */
    public static long write(Path record, Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Journal.Report report = verified(record);
        Path prepared = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(prepared);
        try (FileChannel channel =
                FileChannel.open(prepared, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            keepPrivate(prepared);
            ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel));
            for (Path base : bases(record)) {
                try (Stream<Path> files = Files.list(base)) {
                    for (Path each : files.sorted().toList()) {
                        zip.putNextEntry(new ZipEntry(base.getFileName() + "/" + each.getFileName()));
                        Files.copy(each, zip);
                        zip.closeEntry();
                    }
                }
            }
            zip.putNextEntry(new ZipEntry(JOURNAL));
            try (InputStream lines = Files.newInputStream(record.resolve(JOURNAL))) {
                copy(lines, report.bytes(), zip);
            }
            zip.closeEntry();
            zip.finish();
            zip.flush();
            channel.force(true);
            // Without REPLACE_EXISTING, so that a file that was made meanwhile stays.
            Files.move(prepared, file);
            return report.number();
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(prepared);
            throw e;
        }
    }

    private static Journal.Report verified(Path record) {
        Journal.Report report = Journal.verify(record);
        if (report.fault() != null) {
            throw new JournalDamaged(report.fault());
        }
        return report;
    }

    private static List<Path> bases(Path record) throws IOException {
        try (Stream<Path> folders = Files.list(record)) {
            return folders.filter(
                            each -> BASE.matcher(each.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static void copy(InputStream from, long bytes, OutputStream to) throws IOException {
        byte[] part = new byte[1 << 16];
        long left = bytes;
        while (left > 0) {
            int read = from.read(part, 0, (int) Math.min(part.length, left));
            if (read < 0) {
                throw new IOException("the journal is shorter than it was");
            }
            to.write(part, 0, read);
            left -= read;
        }
    }

    /**
     * Puts a backup where a start finds it. Whenever this ends, the folder is as it was, or has the whole record.
     *
     * @param record the folder for the journal; must not exist
     * @return the number of the last change in it
     * @throws JournalDamaged             if a line of the journal is not as it was written
     * @throws FileAlreadyExistsException if the folder exists
     * @throws ZipException               if the file is no backup
     */
    public static long read(Path file, Path record) throws IOException {
        if (Files.exists(record)) {
            throw new FileAlreadyExistsException(record.toString());
        }
        Path prepared = record.resolveSibling(record.getFileName() + ".part");
        delete(prepared);
        Files.createDirectories(prepared);
        RecordPermissions permissions = RecordPermissions.of(record);
        permissions.set(prepared);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            int count = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!ENTRY.matcher(entry.getName()).matches() || ++count > MOST) {
                    throw new ZipException("it has " + entry.getName() + ", which no backup has");
                }
                Path each = prepared.resolve(entry.getName());
                Files.createDirectories(each.getParent());
                permissions.set(each.getParent());
                try (FileChannel channel =
                        FileChannel.open(each, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    zip.transferTo(Channels.newOutputStream(channel));
                    channel.force(true);
                }
                permissions.set(each);
            }
            if (!Journal.isIn(prepared)) {
                throw new ZipException("it has no " + JOURNAL);
            }
            Journal.Report report = verified(prepared);
            if (bases(prepared).stream().noneMatch(each -> report.base()
                    .startsWith(each.getFileName().toString().substring("base-".length())))) {
                throw new ZipException("it lacks the record before the first change");
            }
            Files.move(prepared, record, StandardCopyOption.ATOMIC_MOVE);
            return report.number();
        } catch (IOException | RuntimeException e) {
            delete(prepared);
            throw e;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(each);
            }
        }
    }

    /** A backup leaves the data folder, so nobody but who made it may read it. */
    private static void keepPrivate(Path file) throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
