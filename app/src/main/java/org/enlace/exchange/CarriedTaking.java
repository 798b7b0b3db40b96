package org.enlace.exchange;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.ledger.Act;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Send;
import org.enlace.procedure.Fact;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Request;
import org.enlace.procedure.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an act out of a carried file: the same rules as for one that its author brings, at the time it was signed for what it says, at our time for the log. */
@Component
class CarriedTaking {

    private final CarriedSignature signature;
    private final Sending sending;
    private final CarriedFollowing following;
    private final Recording recording;
    private final Announcement announcement;

    CarriedTaking(
            CarriedSignature signature,
            Sending sending,
            CarriedFollowing following,
            Recording recording,
            Announcement announcement) {
        this.signature = signature;
        this.sending = sending;
        this.following = following;
        this.recording = recording;
        this.announcement = announcement;
    }

    @Transactional
    public void take(Act act, Jws jws, List<Submission.SealedKey> keys, Viewer viewer) {
        signature.require(jws, act);
        var request = act.coded() instanceof Send
                ? sending.carried(act, jws.digest(), keys, viewer, following.now())
                : following.follow(act, jws, keys, viewer);
        recording.record(request, jws, viewer.requireAuthority());
        announcement.announce(request);
    }

    /** An act that follows on those before it. */
    @Component
    static class CarriedFollowing {

        private static final Set<Kind> NOT_BY_FILE = Set.of(Kind.TRANSFER, Kind.ASSIGN, Kind.SHARE);

        private final Requests requests;
        private final CodedChoices choices;
        private final SealedCopies copies;
        private final Clock clock;

        CarriedFollowing(Requests requests, CodedChoices choices, SealedCopies copies, Clock clock) {
            this.requests = requests;
            this.choices = choices;
            this.copies = copies;
            this.clock = clock;
        }

        java.time.Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MILLIS);
        }

        Request follow(Act act, Jws jws, List<Submission.SealedKey> sealed, Viewer viewer) {
            var request = requests.requireLocked(act.request(), viewer);
            if (NOT_BY_FILE.contains(Kind.of(act)) || !sealed.isEmpty()) {
                throw ExchangeRefusal.NOT_BY_FILE.refused();
            }
            if (request.parties().noneMatch(party -> party.authority().equals(act.authority()))) {
                throw Refused.absent();
            }
            var by = act.authority().equals(request.requesting().authority()) ? Side.REQUESTING : Side.REQUESTED;
            request.require(act, by, act.clock());
            copies.requireBoth(request);
            choices.require(request, act);
            return request.with(new Fact(act, jws.digest(), now(), viewer.requireAccount()));
        }
    }
}
