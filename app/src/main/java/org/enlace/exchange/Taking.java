package org.enlace.exchange;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.enlace.Viewer;
import org.enlace.ledger.Act;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Send;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an act whose signature is right: whether it may come now, its recording, and the notice of it, in one transaction. */
@Component
class Taking {

    private final Sending sending;
    private final Following following;
    private final Recording recording;
    private final Announcement announcement;
    private final Clock clock;

    Taking(Sending sending, Following following, Recording recording, Announcement announcement, Clock clock) {
        this.sending = sending;
        this.following = following;
        this.recording = recording;
        this.announcement = announcement;
        this.clock = clock;
    }

    @Transactional
    public void take(Act act, Jws jws, List<Submission.SealedKey> keys, Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var request = act.coded() instanceof Send
                ? sending.send(act, jws.digest(), keys, viewer, now)
                : following.follow(act, jws, keys, viewer, now);
        recording.record(request, jws);
        announcement.announce(request);
    }
}
