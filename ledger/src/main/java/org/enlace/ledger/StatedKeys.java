package org.enlace.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.enlace.ledger.Officers.Item;

/**
 * Statements about keys that were taken along, each proved to stand in the log, for whoever seals without a server. They are believed together or not at all: one that
 * does not hold could hide another.
 */
public final class StatedKeys {
    private final List<Logged> statements;
    private final Officers officers;
    private final Checkpoint checkpoint;

    private StatedKeys(List<Logged> statements, Officers officers, Checkpoint checkpoint) {
        this.statements = statements;
        this.officers = officers;
        this.checkpoint = checkpoint;
    }

    /**
     * Checks them.
     *
     * @param note the signed checkpoint that all proofs are for
     * @throws Malformed naming the first thing that does not hold
     */
    public static StatedKeys of(List<Logged> statements, String note, LogKey key) {
        var checkpoint = Checkpoint.verified(note, key);
        var items = statements.stream().map(each -> item(each, checkpoint)).toList();
        var officers = new Officers(items);
        if (!officers.problems().isEmpty()) {
            throw new Malformed("A statement about keys does not hold: "
                    + officers.problems().getFirst().code());
        }
        return new StatedKeys(List.copyOf(statements), officers, checkpoint);
    }

    /** The generation that an authority is sealed to now; nothing where no key of it is here. */
    public Optional<Generation> current(String authority) {
        int number = officers.current(authority);
        return officers.recipient(authority, number).map(recipient -> new Generation(number, recipient));
    }

    /** Whether an officer belonged to the authority's current generation when the checkpoint was made. */
    public boolean belongs(String authority, UUID account) {
        return officers.belonged(authority, account, checkpoint.size());
    }

    /** Digests of what these authorities stated of their generations, for comparison with what was seen before. */
    public Optional<Hash> statement(String authority, int generation) {
        return statements.stream()
                .filter(each -> Signed.of(each.jws()) instanceof Statement.AuthorityKey stated
                        && stated.authority().equals(authority)
                        && stated.generation() == generation)
                .map(each -> each.jws().digest())
                .findFirst();
    }

    /** Those on which the keys of these authorities rest: what a carried file encloses. */
    public List<Logged> behind(Set<String> authorities) {
        var signers = new HashSet<String>();
        var admitted = new HashSet<UUID>();
        var about = new HashSet<Hash>();
        for (var each : statements) {
            var authority = switch (Signed.of(each.jws())) {
                case Statement.AuthorityKey key -> key.authority();
                case Statement.Admission admission -> admission.authority();
                case Statement.Departure departure -> departure.authority();
                default -> "";
            };
            if (authorities.contains(authority)) {
                about.add(each.jws().digest());
                signers.add(each.jws().keyId());
                if (Signed.of(each.jws()) instanceof Statement.Admission admission) {
                    admitted.add(admission.account());
                }
            }
        }
        return statements.stream()
                .filter(each -> about.contains(each.jws().digest())
                        || (Signed.of(each.jws()) instanceof Statement.OfficerKey officer
                                && (signers.contains(officer.key().id()) || admitted.contains(officer.account()))))
                .toList();
    }

    private static Item item(Logged logged, Checkpoint checkpoint) {
        var signed = Signed.of(logged.jws());
        var entry = Entry.parse(logged.entry());
        var proof = logged.proof();
        boolean holds = proof.size() == checkpoint.size()
                && proof.proves(MerkleTree.leaf(logged.entry()), checkpoint.root())
                && entry.digest().equals(logged.jws().digest())
                && entry.kind() == signed.entryKind()
                && Objects.equals(entry.subject(), signed.subject());
        if (!holds) {
            throw new Malformed("A statement about keys is not proved to stand in the log.");
        }
        return new Item("keys/" + proof.index(), proof.index(), logged.jws(), signed);
    }

    /** @param number from 1 */
    public record Generation(int number, String recipient) {}
}
