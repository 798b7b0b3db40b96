package org.enlace.upkeep;

import java.time.Clock;
import org.enlace.Language;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.directory.OwnWord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What whoever holds a link may do with it, once. Mail scanners open every address, so looking changes nothing and uses nothing up.
 */
@Component
class Answering {

    /** What the authority says is wrong should be corrected within a week. */
    private static final int DAYS_TO_CORRECT = 7;

    private final Questions questions;
    private final Authorities authorities;
    private final OwnWord word;
    private final Clock clock;

    Answering(Questions questions, Authorities authorities, OwnWord word, Clock clock) {
        this.questions = questions;
        this.authorities = authorities;
        this.word = word;
        this.clock = clock;
    }

    /** @throws Refused {@link UpkeepRefusal#LINK_GONE} for a link that never was, or whose authority is no longer listed */
    Asked require(String link) {
        return questions
                .find(link)
                .flatMap(question -> authorities
                        .find(question.authority(), Viewer.anyone(Language.EN))
                        .filter(Authority::isListed)
                        .map(authority -> new Asked(question, authority)))
                .orElseThrow(UpkeepRefusal.LINK_GONE::refused);
    }

    /** @param version of the entry that the page showed */
    @Transactional
    public void confirm(String link, String version) {
        var asked = requireOpen(link, Question.Purpose.ENTRY);
        if (!asked.version().equals(version)) {
            throw UpkeepRefusal.ENTRY_CHANGED.refused();
        }
        answer(asked, Question.Verdict.RIGHT);
        word.confirm(asked.authority(), asked.question().recipient());
    }

    @Transactional
    public void contest(String link, String said) {
        var asked = requireOpen(link, Question.Purpose.ENTRY);
        answer(asked, Question.Verdict.WRONG);
        var due = Days.of(clock.instant()).plusDays(DAYS_TO_CORRECT);
        word.contest(asked.authority(), asked.question().recipient(), said, due);
    }

    @Transactional
    public void present(String link) {
        answer(requireOpen(link, Question.Purpose.DRILL), Question.Verdict.PRESENT);
    }

    boolean isOpen(Question question) {
        return question.answer() == null && clock.instant().isBefore(question.expiresAt());
    }

    private Asked requireOpen(String link, Question.Purpose purpose) {
        var asked = require(link);
        if (asked.question().purpose() != purpose || !isOpen(asked.question())) {
            throw UpkeepRefusal.LINK_GONE.refused();
        }
        return asked;
    }

    private void answer(Asked asked, Question.Verdict verdict) {
        if (!questions.answer(asked.question(), verdict)) {
            throw UpkeepRefusal.LINK_GONE.refused();
        }
    }

    /** A question and the authority it went to, as its entry stands now. */
    record Asked(Question question, Authority authority) {

        /** Changes with every change of the entry. */
        String version() {
            var entered = authority.provenance().entered();
            return entered == null ? "" : entered.toString();
        }
    }
}
