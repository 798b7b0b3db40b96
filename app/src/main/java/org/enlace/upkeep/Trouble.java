package org.enlace.upkeep;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.enlace.directory.Authority;
import org.enlace.directory.Freshness;

/** What is the matter with an entry, the most pressing first. The words are {@code trouble.<NAME>}, what to do about it {@code trouble.<NAME>.next}. */
enum Trouble {
    /** Somebody said that it is no longer right. */
    REPORTED("late", true),
    /** The mailbox was given up. */
    DEAD("late", true),
    EXPIRED("soon", true),
    CAME_BACK("soon", false),
    SILENT("soon", false),
    NOT_SENT("plain", false),
    EXPIRING("plain", false);

    private final String tag;
    private final boolean task;

    Trouble(String tag, boolean task) {
        this.tag = tag;
        this.task = task;
    }

    /** Those of one entry today. */
    static List<Trouble> of(Authority authority, History history, LocalDate today) {
        var troubles = EnumSet.noneOf(Trouble.class);
        var freshness = authority.freshness();
        if (freshness.mark() == Freshness.Mark.REPORTED) {
            troubles.add(REPORTED);
        }
        if (freshness.mark() == Freshness.Mark.EXPIRED) {
            troubles.add(EXPIRED);
        }
        var expires = freshness.goodUntil();
        if (freshness.isFresh() && expires != null && !expires.isAfter(today.plusDays(History.DAYS_BEFORE))) {
            troubles.add(EXPIRING);
        }
        if (authority.reach().mailbox() != null) {
            addOfMail(authority, history, troubles);
        }
        return List.copyOf(troubles);
    }

    /** Whether somebody has to do something about it; the rest may mend itself. */
    boolean isTask() {
        return task;
    }

    String tag() {
        return tag;
    }

    private static void addOfMail(Authority authority, History history, EnumSet<Trouble> troubles) {
        if (history.isDead(authority.reach())) {
            troubles.add(DEAD);
            return;
        }
        history.last().map(last -> last.outcome(history.now())).ifPresent(outcome -> {
            switch (outcome) {
                case CAME_BACK -> troubles.add(CAME_BACK);
                case SILENCE -> troubles.add(SILENT);
                case NOT_SENT -> troubles.add(NOT_SENT);
                case OPEN, ANSWERED -> {}
            }
        });
    }
}
