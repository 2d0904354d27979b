package dev.shipgate.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Files for their owner alone, where the file system knows owners: it says nothing of any other. */
public final class OwnerAlone {

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    /** In a folder with this bit of its mode, everybody may change their own files only. */
    private static final int STICKY = 01000;

    private OwnerAlone() {}

    /** To make a file with that its owner alone may read and write. */
    public static FileAttribute<?>[] file(Path file) {
        return attributes(file, "rw-------");
    }

    /** To make a folder with that its owner alone may look into. */
    public static FileAttribute<?>[] folder(Path folder) {
        return attributes(folder, "rwx------");
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** The permissions of a file or a folder, if others have any; empty when it is its owner's alone. */
    public static Optional<String> wider(Path path) throws IOException {
        Set<PosixFilePermission> permissions = permissions(path);
        return permissions.stream().anyMatch(OF_OTHERS::contains)
                ? Optional.of(PosixFilePermissions.toString(permissions))
                : Optional.empty();
    }

    /** Whether others than its owner may write a file: its group, or everybody. */
    public static boolean isWrittenByOthers(Path file) throws IOException {
        Set<PosixFilePermission> permissions = permissions(file);
        return permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }

    /** Whether everybody may replace the files of a folder, whosever they are. */
    public static boolean isReplacedByEverybody(Path folder) throws IOException {
        return permissions(folder).contains(PosixFilePermission.OTHERS_WRITE)
                && ((int) Files.getAttribute(folder, "unix:mode") & STICKY) == 0;
    }

    private static Set<PosixFilePermission> permissions(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view == null ? Set.of() : view.readAttributes().permissions();
    }
}
