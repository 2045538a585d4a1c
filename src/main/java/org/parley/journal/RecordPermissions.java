package org.parley.journal;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import org.jboss.logging.Logger;

/**
 * Who may read the folder of the journal where the file system is POSIX: its owner, and the group if the folder around it may be written by
 * the group, since the next Parley may then run as another user of it, as on OpenShift. Never others. Whatever the umask of this process is.
 */
public final class RecordPermissions {
    private static final Logger LOG = Logger.getLogger(RecordPermissions.class);

    private final boolean areShared;

    private RecordPermissions(boolean areShared) {
        this.areShared = areShared;
    }

    /** @param record the folder of the journal; it need not exist, but the one around it must */
    public static RecordPermissions of(Path record) throws IOException {
        Path around = record.toAbsolutePath().getParent();
        return new RecordPermissions(
                isPosix(around) && Files.getPosixFilePermissions(around).contains(PosixFilePermission.GROUP_WRITE));
    }

    /** Sets the permissions of a file or a folder. Leaves those of another user's file, which only that user can change. */
    public void set(Path path) throws IOException {
        if (!isPosix(path)) {
            return;
        }
        String ofOne = Files.isDirectory(path) ? "rwx" : "rw-";
        try {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(ofOne + (areShared ? ofOne : "---") + "---"));
        } catch (FileSystemException e) {
            if (!areShared) {
                throw e;
            }
            LOG.debugf(e, "The permissions of %s could not be set", path);
        }
    }

    private static boolean isPosix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
