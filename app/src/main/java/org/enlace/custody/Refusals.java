package org.enlace.custody;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.ledger.Hash;
import org.enlace.ledger.SignedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Signs what was not taken, for whoever had sent it: a refusal that is not signed could be a network's, and could be denied (decision 0061). Its digest is entered into
 * the log, of one account a limited number a day; beyond that the record says that it was not entered, so that nobody swells the log by being refused.
 */
@Component
public class Refusals {

    /** The member of the answer that holds the file. */
    public static final String MEMBER = "refusal";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Custody custody;
    private final RefusalBook book;
    private final Clock clock;

    Refusals(Custody custody, RefusalBook book, Clock clock) {
        this.custody = custody;
        this.book = book;
        this.clock = clock;
    }

    /**
     * The same refusal, with the signed record as its member {@value #MEMBER}. What may not be seen and what passes by itself is given back as it is; so is what cannot be
     * signed at this moment, because the reason matters more than its proof. Not to be called within a transaction.
     *
     * @param viewer an officer or a case system of an authority: nobody else is given a signature
     */
    public Refused signed(Refused why, SignedRefusal.What what, SignedRefusal.Next next, Viewer viewer) {
        if (why.refusal().status() != 409 && why.refusal().status() != 422) {
            return why;
        }
        try {
            return why.with(MEMBER, give(asked(why, what, next, viewer)));
        } catch (Refused | DataAccessException impossibleNow) {
            return why;
        }
    }

    private SignedRefusal asked(Refused why, SignedRefusal.What what, SignedRefusal.Next next, Viewer viewer) {
        var newest = custody.published().checkpoint();
        return new SignedRefusal(
                Generators.timeBasedEpochRandomGenerator().generate(),
                why.refusal().name(),
                next,
                what,
                viewer.requireAuthority(),
                viewer.requireAccount(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                new SignedRefusal.Reached(newest.size(), newest.root()),
                true);
    }

    private Given give(SignedRefusal asked) {
        var kept = book.enter(asked);
        if (kept.isEmpty()) {
            return given(custody.sign(RefusalBook.unentered(asked)).compact(), null);
        }
        return given(kept.get().jws(), place(kept.get()).orElse(null));
    }

    /** Nothing while the log is late: the record says all the same that it was entered. */
    private Optional<Place> place(RefusalBook.Kept kept) {
        custody.awaitIndex(kept.entry(), PATIENCE);
        var log = custody.published();
        return log.proven(kept.entry())
                .map(proven -> new Place(
                        proven.index(),
                        Base64.getEncoder().encodeToString(proven.entry()),
                        proven.proof().hashes().stream().map(Hash::base64).toList(),
                        log.note()));
    }

    private Given given(String jws, @Nullable Place place) {
        return new Given(1, "enlace-refusal", jws, custody.logKey().line(), place);
    }

    /**
     * The file that {@code enlace verify} judges.
     *
     * @param refusal the signed record, a compact JWS
     * @param logKey the verifier key line
     * @param log null while the log is late, and for what was not entered
     */
    public record Given(
            int v,
            String kind,
            String refusal,
            String logKey,
            @Nullable Place log) {}

    /**
     * Where the log has it.
     *
     * @param entry and {@code proof}: base64
     * @param checkpoint the signed note that the proof leads to
     */
    public record Place(long index, String entry, List<String> proof, String checkpoint) {}
}
