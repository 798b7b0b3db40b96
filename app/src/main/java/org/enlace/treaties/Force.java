package org.enlace.treaties;

import java.time.LocalDate;
import org.enlace.states.FactDate;
import org.jspecify.annotations.Nullable;

/**
 * Since when an instrument is in force for a state. A date of deposit known to the month, or only a day on which the state was seen to be party, gives the
 * latest possible day and, where it can be had, the earliest.
 *
 * @param earliest the first day it may have entered into force, or null when nobody can say
 * @param latest the day from which it certainly is in force, or null when nobody can say
 */
public record Force(
        Known known, @Nullable LocalDate earliest, @Nullable LocalDate latest) {

    private static final Force NOT_IN_FORCE = new Force(Known.INSTRUMENT_NOT_IN_FORCE, null, null);
    private static final Force INSTRUMENT_UNKNOWN = new Force(Known.INSTRUMENT_NOT_KNOWN, null, null);

    /** For a state that deposited a binding act. A succession counts from another day than its deposit, which our data do not have. */
    static Force of(Instrument instrument, TreatyAction act) {
        var rule = act.act() == TreatyAction.Act.SUCCESSION ? null : instrument.rule();
        return of(instrument, rule, act.date().first(), act.date().last());
    }

    /** For a state that was seen to be party: it deposited then or before. */
    static Force ofPartySeen(Instrument instrument, FactDate seen) {
        return of(instrument, instrument.rule(), null, seen.last());
    }

    private static Force of(
            Instrument instrument, @Nullable ForceRule rule, @Nullable LocalDate firstDeposit, LocalDate lastDeposit) {
        var since = instrument.inForceSince();
        if (since == null) {
            return instrument.inForce() == Instrument.InForce.NO ? NOT_IN_FORCE : INSTRUMENT_UNKNOWN;
        }
        if (rule == null) {
            // Bound by its deposit; the day on which force followed is not made up.
            var first = firstDeposit == null ? null : later(since, firstDeposit);
            return new Force(Known.RULE_NOT_KNOWN, first, later(since, lastDeposit));
        }
        var latest = later(since, rule.after(lastDeposit));
        var earliest = firstDeposit == null ? null : later(since, rule.after(firstDeposit));
        return new Force(latest.equals(earliest) ? Known.DAY : Known.LATEST_DAY, earliest, latest);
    }

    Bound on(LocalDate day) {
        return switch (known) {
            case INSTRUMENT_NOT_IN_FORCE -> Bound.NO;
            case INSTRUMENT_NOT_KNOWN -> Bound.NOT_ESTABLISHED;
            case DAY, LATEST_DAY, RULE_NOT_KNOWN -> between(day);
        };
    }

    private Bound between(LocalDate day) {
        if (latest != null && !latest.isAfter(day)) {
            return Bound.YES;
        }
        return earliest != null && earliest.isAfter(day) ? Bound.NO : Bound.NOT_ESTABLISHED;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** What is known about the day. */
    public enum Known {
        /** The day itself. */
        DAY,
        /** Only from when at the latest. */
        LATEST_DAY,
        /** The state is party, but our data do not have the rule: {@link Force#latest} is the deposit. */
        RULE_NOT_KNOWN,
        INSTRUMENT_NOT_IN_FORCE,
        INSTRUMENT_NOT_KNOWN
    }
}
