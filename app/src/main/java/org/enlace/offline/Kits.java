package org.enlace.offline;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.keys.AuthorityKeys;
import org.enlace.keys.Lock;
import org.enlace.keys.Locks;
import org.enlace.keys.Memories;
import org.enlace.keys.OfficerKeys;
import org.enlace.sealing.Age;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts kits together. The server adds nothing it could not hand out anyway: locks it cannot open, copies sealed to the officer; and it seals the directory, which it knows,
 * for whoever finds the file.
 */
@Component
class Kits {

    /** A passkey answers in a browser only, and only for the address it was made for. */
    private static final Set<Lock.Kind> WITHOUT_BROWSER =
            EnumSet.of(Lock.Kind.PASSPHRASE, Lock.Kind.PAPER, Lock.Kind.DEMO);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final OfficerKeys officers;
    private final Sealed sealed;
    private final KitDirectories directories;
    private final Clock clock;

    Kits(OfficerKeys officers, Sealed sealed, KitDirectories directories, Clock clock) {
        this.officers = officers;
        this.sealed = sealed;
        this.directories = directories;
        this.clock = clock;
    }

    /** @throws Refused absent, for whoever is no officer of an authority or has no key */
    Kit of(Viewer viewer) {
        var account = viewer.requireAccount();
        var authority = viewer.requireAuthority();
        var recipient = officers.find(account).orElseThrow(Refused::absent).recipient();
        var directory = directories.of(viewer);
        var state = directory.office(authority).orElseThrow(Refused::absent).state();
        var bytes = Age.seal(JSON.writeValueAsBytes(directory), recipient);
        return new Kit(
                1,
                Kit.KIND,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                account,
                String.valueOf(viewer.function()),
                viewer.language().tag(),
                state,
                authority,
                sealed.locks(account),
                sealed.copies(authority, account),
                sealed.memory(account),
                Base64.getEncoder().encodeToString(bytes));
    }

    /** What the server keeps and cannot open. */
    @Component
    static class Sealed {

        private final Locks locks;
        private final AuthorityKeys authorities;
        private final Memories memories;

        Sealed(Locks locks, AuthorityKeys authorities, Memories memories) {
            this.locks = locks;
            this.authorities = authorities;
            this.memories = memories;
        }

        List<Kit.LockedKey> locks(UUID account) {
            return locks.of(account).stream()
                    .filter(lock -> WITHOUT_BROWSER.contains(lock.kind()))
                    .map(lock -> new Kit.LockedKey(
                            lock.kind().code(),
                            Base64.getEncoder().encodeToString(lock.sealed().bytes()),
                            lock.identity()))
                    .toList();
        }

        List<Kit.Copy> copies(String authority, UUID account) {
            return authorities.copies(authority, account).entrySet().stream()
                    .map(copy -> new Kit.Copy(copy.getKey(), copy.getValue()))
                    .toList();
        }

        @org.jspecify.annotations.Nullable
        String memory(UUID account) {
            return memories.of(account).sealed();
        }
    }
}
