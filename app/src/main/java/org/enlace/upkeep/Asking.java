package org.enlace.upkeep;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.enlace.access.Accounts;
import org.enlace.access.Token;
import org.enlace.directory.Authority;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.enlace.states.States;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks one authority: keeps the question and queues its mail in one transaction, so that there is never one without the other. */
@Component
class Asking {

    private final Questions questions;
    private final Notices notices;
    private final Accounts accounts;
    private final States states;
    private final Clock clock;

    Asking(Questions questions, Notices notices, Accounts accounts, States states, Clock clock) {
        this.questions = questions;
        this.notices = notices;
        this.accounts = accounts;
        this.states = states;
        this.clock = clock;
    }

    /**
     * Asks whether the entry is still right.
     *
     * @param by the account that wants to know, or null for the schedule
     * @return whether it was asked; not, when another process just did
     */
    @Transactional
    public boolean aboutEntry(
            Authority authority, History history, Question.Rung rung, UpkeepSettings settings, @Nullable UUID by) {
        var now = clock.instant();
        var question = question(authority, history, Question.Purpose.ENTRY, rung, now, now.plus(settings.answer()));
        return rung == Question.Rung.COORDINATORS
                ? questions.claim(question, null, by) && tellCoordinators(authority, question)
                : mail(authority, question, Notice.Kind.ENTRY_CHECK, by);
    }

    /** Begins a drill. */
    @Transactional
    public boolean drill(Authority authority, History history, UpkeepSettings settings, @Nullable UUID by) {
        var now = clock.instant();
        var expires = now.plus(settings.drillAnswer());
        var question = question(authority, history, Question.Purpose.DRILL, Question.Rung.MAILBOX, now, expires);
        return mail(authority, question, Notice.Kind.DRILL, by);
    }

    private static Question question(
            Authority authority,
            History history,
            Question.Purpose purpose,
            Question.Rung rung,
            Instant now,
            Instant expires) {
        return new Question(
                Generators.timeBasedEpochRandomGenerator().generate(),
                authority.id(),
                purpose,
                history.nextNumber(),
                rung,
                recipient(authority.reach(), rung),
                now,
                expires,
                null,
                null);
    }

    private static String recipient(Authority.Reach reach, Question.Rung rung) {
        var address = switch (rung) {
            case MAILBOX -> reach.mailbox();
            case DEPUTY -> reach.deputy();
            case COORDINATORS -> "";
        };
        if (address == null) {
            throw new IllegalArgumentException("there is no such mailbox to ask");
        }
        return address;
    }

    private boolean mail(Authority authority, Question question, Notice.Kind kind, @Nullable UUID by) {
        var token = Token.make();
        if (!questions.claim(question, token, by)) {
            return false;
        }
        var language = authority.language(states.require(authority.state()));
        notices.queue(new Notice(
                question.effectKey(),
                "entry:" + authority.id(),
                question.recipient(),
                language,
                kind,
                authority.id(),
                question.purpose() == Question.Purpose.DRILL,
                question.expiresAt(),
                authority.zone(),
                "/check/" + token.text() + "?lang=" + language.tag()));
        return true;
    }

    /** Where a state has no coordinator here, the secretariat finds the authority among the open items all the same. */
    private boolean tellCoordinators(Authority authority, Question question) {
        for (var coordinator : accounts.coordinatorsOf(authority.state())) {
            notices.queue(new Notice(
                    question.effectKey() + '/' + coordinator.id(),
                    "account:" + coordinator.id(),
                    coordinator.email(),
                    coordinator.language(),
                    Notice.Kind.ENTRY_SILENT,
                    authority.id(),
                    false,
                    null,
                    coordinator.zone(),
                    "/authorities/" + authority.id()));
        }
        return true;
    }
}
