package org.enlace.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who belonged to which authority when, as the statements of a package tell it in the order of the log ({@code exchange.md}, "belonged"). A statement that does not hold is
 * reported and has no effect.
 */
final class Officers {
    private final Map<String, Officer> byKey = new HashMap<>();
    private final Map<String, List<Generation>> authorities = new HashMap<>();
    private final List<Reason> problems = new ArrayList<>();

    /** An officer's key as it was stated. */
    record Officer(UUID account, VerifyingKey key, Hash statement, long index) {}

    /** One generation of an authority's key: from when on, and who belonged to it from when to when. */
    private record Generation(
            Statement.AuthorityKey statement, Hash digest, long index, Map<UUID, Long> since, Map<UUID, Long> until) {
        boolean has(UUID account, long when) {
            Long from = since.get(account);
            return from != null && from < when && when <= until.getOrDefault(account, Long.MAX_VALUE);
        }
    }

    Officers(List<Item> statements) {
        var ordered = statements.stream()
                .sorted(Comparator.comparingLong(Item::index))
                .toList();
        for (var item : ordered) {
            if (item.signed() instanceof Statement.OfficerKey officer) {
                enrol(item, officer);
            }
        }
        for (var item : ordered) {
            switch (item.signed()) {
                case Statement.AuthorityKey key -> begin(item, key);
                case Statement.Admission admission -> admit(item, admission);
                case Statement.Departure departure -> release(item, departure);
                default -> {}
            }
        }
    }

    /** A signed thing of the package whose entry is proved. */
    record Item(String file, long index, Jws jws, Signed signed) {}

    List<Reason> problems() {
        return problems;
    }

    Optional<Officer> signer(Jws jws, long index) {
        return Optional.ofNullable(byKey.get(jws.keyId()))
                .filter(officer -> officer.index() < index && jws.isSignedBy(officer.key()));
    }

    boolean knows(String authority) {
        return authorities.containsKey(authority);
    }

    /** Whether the account belonged, when this index was entered, to the generation that was current then. */
    boolean belonged(String authority, UUID account, long index) {
        Generation current = null;
        for (var generation : authorities.getOrDefault(authority, List.of())) {
            if (generation.index() < index) {
                current = generation;
            }
        }
        return current != null && current.has(account, index);
    }

    /** The generation that is current after everything that is here; 0 where there is none. */
    int current(String authority) {
        return authorities.getOrDefault(authority, List.of()).stream()
                .mapToInt(each -> each.statement().generation())
                .max()
                .orElse(0);
    }

    /** The key an authority was sealed to, if its statement is here. */
    Optional<String> recipient(String authority, int generation) {
        return generation(authority, generation).map(each -> each.statement().recipient());
    }

    private void enrol(Item item, Statement.OfficerKey officer) {
        if (!item.jws().isSignedBy(officer.key())) {
            problems.add(Reason.of("officer-key-signature", item.file()));
            return;
        }
        boolean second = byKey.values().stream()
                .anyMatch(known -> known.account().equals(officer.account())
                        && !known.key().equals(officer.key()));
        if (second) {
            problems.add(Reason.of("second-key", item.file(), officer.account()));
        } else {
            byKey.putIfAbsent(
                    officer.key().id(),
                    new Officer(officer.account(), officer.key(), item.jws().digest(), item.index()));
        }
    }

    private void begin(Item item, Statement.AuthorityKey key) {
        var signer = signer(item.jws(), item.index());
        var before = generation(key.authority(), key.generation() - 1);
        boolean follows = key.generation() == 1
                || before.map(Generation::digest)
                        .filter(digest -> Objects.equals(digest, key.previous()))
                        .isPresent();
        boolean may = signer.isPresent()
                && (key.generation() == 1
                        || before.filter(each -> each.has(signer.get().account(), item.index()))
                                .isPresent());
        if (!follows || generation(key.authority(), key.generation()).isPresent()) {
            problems.add(Reason.of("generation-chain", item.file(), key.authority()));
        } else if (!may) {
            problems.add(Reason.of("not-entitled", item.file(), key.authority()));
        } else {
            authorities
                    .computeIfAbsent(key.authority(), ignored -> new ArrayList<>())
                    .add(new Generation(
                            key,
                            item.jws().digest(),
                            item.index(),
                            new HashMap<>(Map.of(signer.get().account(), item.index())),
                            new HashMap<>()));
        }
    }

    private void admit(Item item, Statement.Admission admission) {
        var generation =
                generation(admission.authority(), admission.generation()).orElse(null);
        if (generation == null || !(isSheet(item.jws(), generation) || isMember(item, generation))) {
            problems.add(Reason.of("not-entitled", item.file(), admission.authority()));
            return;
        }
        boolean known = byKey.values().stream()
                .anyMatch(officer -> officer.account().equals(admission.account())
                        && officer.statement().equals(admission.officerKey()));
        if (!known) {
            problems.add(Reason.of("admitted-unknown", item.file()));
        } else {
            generation.since().putIfAbsent(admission.account(), item.index());
        }
    }

    private void release(Item item, Statement.Departure departure) {
        var generation =
                generation(departure.authority(), departure.generation()).orElse(null);
        if (generation == null || !isMember(item, generation)) {
            problems.add(Reason.of("not-entitled", item.file(), departure.authority()));
        } else {
            authorities
                    .getOrDefault(departure.authority(), List.of())
                    .forEach(each -> each.until().putIfAbsent(departure.account(), item.index()));
        }
    }

    private boolean isMember(Item item, Generation generation) {
        return signer(item.jws(), item.index())
                .filter(officer -> generation.has(officer.account(), item.index()))
                .isPresent();
    }

    private static boolean isSheet(Jws jws, Generation generation) {
        @Nullable VerifyingKey sheet = generation.statement().paperKey();
        return sheet != null && jws.isSignedBy(sheet);
    }

    private Optional<Generation> generation(String authority, int number) {
        return authorities.getOrDefault(authority, List.of()).stream()
                .filter(each -> each.statement().generation() == number)
                .findFirst();
    }
}
