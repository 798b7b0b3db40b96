package org.enlace.keys;

import com.fasterxml.uuid.Generators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.enlace.access.Codes;
import org.enlace.access.PasskeyRack;
import org.enlace.access.Passkeys;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fits the ways to unlock an officer key together with the ways to sign in: a lock of kind passkey and its passkey, a lock of kind passphrase and the one-time codes,
 * come and go together. Always two ways or more, and paper is one of them.
 */
@Component
public class Locksmith {

    private final Locks locks;
    private final Passkeys passkeys;
    private final PasskeyRack rack;
    private final Codes codes;
    private final boolean demo;

    Locksmith(Locks locks, Passkeys passkeys, PasskeyRack rack, Codes codes, Environment environment) {
        this.locks = locks;
        this.passkeys = passkeys;
        this.rack = rack;
        this.codes = codes;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /**
     * Checks what a browser sent, outside of a transaction: a passkey's challenge is used up whatever comes of it.
     *
     * @throws org.enlace.Refused when a lock has not what belongs to it
     */
    public Prepared prepare(UUID account, WaysForm form) {
        var made = new ArrayList<Lock>();
        for (var lock : form.locks()) {
            made.add(lock(lock));
        }
        var wanted = form.passkey();
        var passkey = wanted == null
                ? null
                : passkeys.check(account, wanted.credential().toString());
        var credential = passkey == null ? null : passkey.credential();
        for (var lock : made) {
            if (lock.kind() == Lock.Kind.PASSKEY && !java.util.Objects.equals(lock.credential(), credential)) {
                throw KeysRefusal.NOT_SEALED.refused();
            }
        }
        var label = wanted == null ? "" : wanted.label();
        return Prepared.of(made, passkey, label);
    }

    /**
     * The one way of a software officer: an identity that the demo hands out.
     *
     * @throws IllegalStateException outside of the demo
     */
    public Prepared prepareDemo(AgeFile sealed, String identity) {
        if (!demo) {
            throw new IllegalStateException("software keys are for the demo only");
        }
        return Prepared.of(List.of(new Lock(id(), Lock.Kind.DEMO, sealed, null, identity)), null, "");
    }

    /** Puts new locks on beside those that are, and checks that there are enough. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fit(UUID account, Prepared ways) {
        if (ways.kinds().contains(Lock.Kind.PASSPHRASE)) {
            codes.adopt(account);
        }
        var passkey = ways.passkey();
        if (passkey != null) {
            passkeys.add(passkey, ways.label());
        }
        ways.locks().forEach(lock -> locks.put(account, lock));
        requireEnough(account);
    }

    /** Takes all locks, passkeys and codes off and puts new ones on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(UUID account, Prepared ways) {
        locks.removeAll(account);
        rack.removeAll(account);
        codes.remove(account);
        fit(account, ways);
    }

    /**
     * Takes one lock off, with what belongs to it.
     *
     * @throws org.enlace.Refused when too few would remain, or the account has no such lock
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID account, UUID lock) {
        var which = locks.of(account).stream()
                .filter(each -> each.id().equals(lock))
                .findFirst()
                .orElseThrow(org.enlace.Refused::absent);
        locks.remove(account, lock);
        var credential = which.credential();
        if (credential != null) {
            rack.remove(account, credential);
        }
        if (which.kind() == Lock.Kind.PASSPHRASE) {
            codes.remove(account);
        }
        requireEnough(account);
    }

    private void requireEnough(UUID account) {
        var kinds = locks.of(account).stream().map(Lock::kind).toList();
        var enough = kinds.size() >= 2 && kinds.contains(Lock.Kind.PAPER);
        if (!enough && !(demo && kinds.contains(Lock.Kind.DEMO))) {
            throw KeysRefusal.TOO_FEW_WAYS.refused();
        }
    }

    private static Lock lock(WaysForm.LockForm form) {
        var kind = Arrays.stream(Lock.Kind.values())
                .filter(each -> each != Lock.Kind.DEMO && each.code().equals(form.kind()))
                .findFirst()
                .orElseThrow(KeysRefusal.NOT_SEALED::refused);
        var credential = kind == Lock.Kind.PASSKEY ? form.credential() : null;
        return new Lock(id(), kind, AgeFile.parse(form.sealed(), kind.to()), credential, null);
    }

    private static UUID id() {
        return Generators.timeBasedEpochGenerator().generate();
    }

    /** Ways that were checked and are not kept yet. */
    public static final class Prepared {

        private final List<Lock> locks;
        private final Passkeys.@Nullable Registered passkey;
        private final String label;

        private Prepared(List<Lock> locks, Passkeys.@Nullable Registered passkey, String label) {
            this.locks = locks;
            this.passkey = passkey;
            this.label = label;
        }

        private static Prepared of(List<Lock> locks, Passkeys.@Nullable Registered passkey, String label) {
            var ways = new Prepared(List.copyOf(locks), passkey, label);
            var kinds = ways.kinds();
            if (kinds.contains(Lock.Kind.PASSKEY) != (passkey != null)
                    || Set.copyOf(kinds).size() != kinds.size()) {
                throw KeysRefusal.NOT_SEALED.refused();
            }
            return ways;
        }

        private List<Lock.Kind> kinds() {
            return locks.stream().map(Lock::kind).toList();
        }

        private List<Lock> locks() {
            return locks;
        }

        private Passkeys.@Nullable Registered passkey() {
            return passkey;
        }

        private String label() {
            return label;
        }
    }
}
