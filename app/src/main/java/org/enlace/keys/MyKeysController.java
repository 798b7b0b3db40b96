package org.enlace.keys;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.enlace.Doors;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Everything sealed that the officer who looks can open, for their browser. */
@RestController
class MyKeysController {

    private final Sealed sealed;
    private final Memories memories;

    MyKeysController(Sealed sealed, Memories memories) {
        this.sealed = sealed;
        this.memories = memories;
    }

    @GetMapping({"/keys/mine", Doors.SYSTEMS + "/keys/mine"})
    Mine mine(Viewer viewer) {
        return sealed.of(viewer);
    }

    @GetMapping("/keys/memory")
    Memories.Memory memory(Viewer viewer) {
        return memories.of(viewer.requireAccount());
    }

    @PutMapping("/keys/memory")
    Stored remember(@RequestBody @Valid MemoryForm form, Viewer viewer) {
        return new Stored(memories.store(viewer.requireAccount(), form.version(), decoded(form.sealed())));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw KeysRefusal.NOT_SEALED.refused();
        }
    }

    record MemoryForm(@Min(0) long version, @NotBlank String sealed) {}

    record Stored(long version) {}

    record Mine(
            UUID account,
            String email,
            String statement,
            List<MyLock> locks,
            @Nullable MyAuthority authority) {}

    record MyLock(
            UUID id,
            String kind,
            @Nullable String credential,
            @Nullable String identity,
            String sealed) {

        static MyLock of(Lock lock) {
            return new MyLock(
                    lock.id(),
                    lock.kind().code(),
                    lock.credential(),
                    lock.identity(),
                    AgeFile.base64(lock.sealed().bytes()));
        }
    }

    /**
     * @param generation the current one; 0 while the authority has no key
     */
    record MyAuthority(String id, int generation, List<MyCopy> copies) {}

    record MyCopy(int generation, String sealed) {}

    /** What is sealed to one officer, gathered. */
    @org.springframework.stereotype.Component
    static class Sealed {

        private final Accounts accounts;
        private final OfficerKeys officers;
        private final Statements statements;
        private final Locks locks;
        private final AuthorityKeys authorities;

        Sealed(Accounts accounts, OfficerKeys officers, Statements statements, Locks locks, AuthorityKeys authorities) {
            this.accounts = accounts;
            this.officers = officers;
            this.statements = statements;
            this.locks = locks;
            this.authorities = authorities;
        }

        Mine of(Viewer viewer) {
            var id = viewer.requireAccount();
            var email = accounts.find(id).map(Account::email).orElseThrow(Refused::absent);
            var officer = officers.find(id).orElseThrow(Refused::absent);
            var statement =
                    statements.find(List.of(officer.statement())).getFirst().jws();
            var mine = locks.of(id).stream().map(MyLock::of).toList();
            var authority = viewer.authority();
            return new Mine(id, email, statement, mine, authority == null ? null : authority(authority, id));
        }

        private MyAuthority authority(String authority, UUID account) {
            var generation =
                    authorities.current(authority).map(AuthorityKey::generation).orElse(0);
            var copies = authorities.copies(authority, account).entrySet().stream()
                    .map(copy -> new MyCopy(copy.getKey(), copy.getValue()))
                    .toList();
            return new MyAuthority(authority, generation, copies);
        }
    }
}
