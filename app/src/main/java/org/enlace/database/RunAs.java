package org.enlace.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL refuses to run as root, and containers often have nobody else. Then it runs in a user name space of its
 * own, where root is nobody; where that is forbidden, as another user of the system.
 *
 * @param prefix what stands before a PostgreSQL command
 */
record RunAs(List<String> prefix) {

    private static final List<String> USERS = List.of("enlace", "postgres", "nobody");

    /**
     * Finds the way that works here and gives the folder to that user.
     *
     * @throws CannotStart if root has no way to become somebody else
     */
    static RunAs ownerOf(Path folder) {
        if (System.getProperty("os.name").startsWith("Windows") || new UnixSystem().getUid() != 0) {
            return new RunAs(List.of());
        }
        return inUserNamespace(folder)
                .or(() -> USERS.stream()
                        .flatMap(user -> as(user, folder).stream())
                        .findFirst())
                .orElseThrow(() -> new CannotStart("PostgreSQL does not run as root, and root may not become another"
                        + " user here. Start Enlace as an ordinary user, or give --data a folder that the user \"nobody\""
                        + " can reach."));
    }

    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    private static Optional<RunAs> inUserNamespace(Path folder) {
        var way = new RunAs(List.of("unshare", "-U"));
        return give(folder, "root") && way.reaches(folder) ? Optional.of(way) : Optional.empty();
    }

    private static Optional<RunAs> as(String user, Path folder) {
        var way = new RunAs(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
        if (user.equals("nobody")) {
            way = new RunAs(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        return give(folder, user) && way.reaches(folder) ? Optional.of(way) : Optional.empty();
    }

    private boolean reaches(Path folder) {
        try {
            var probe = command(List.of("sh", "-c", "test -w \"$1\"", "sh", folder.toString()));
            return new ProcessBuilder(probe)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean give(Path folder, String user) {
        try {
            var owner = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
            if (!user.equals("root")) letThrough(folder.resolveSibling("."));
            try (var all = Files.walk(folder)) {
                for (var file : (Iterable<Path>) all::iterator) give(file, owner);
            }
            return true;
        } catch (IOException unknownUser) {
            return false;
        }
    }

    private static void give(Path file, UserPrincipal owner) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (!owner.equals(view.getOwner())) view.setOwner(owner);
    }

    /** The data folder itself stays unreadable to others: they may only pass through to a name they know. */
    private static void letThrough(Path folder) throws IOException {
        var permissions = Files.getPosixFilePermissions(folder);
        if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) Files.setPosixFilePermissions(folder, permissions);
    }
}
