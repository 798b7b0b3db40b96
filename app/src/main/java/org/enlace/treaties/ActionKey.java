package org.enlace.treaties;

import java.util.List;
import java.util.regex.Pattern;
import org.enlace.StateCode;
import org.enlace.states.FactDate;

/**
 * What tells one treaty action from another, as the subject of a change: {@code untoc/ECU/ACCESSION}, and {@code untoc/ECU/ACCESSION/2} once Ecuador had left.
 */
record ActionKey(String instrument, StateCode state, TreatyAction.Act act, int number) {

    private static final Pattern FORM = Pattern.compile("([a-z0-9-]+)/([A-Z]{3})/([A-Z_]+)(?:/([2-9]|[1-9][0-9]))?");

    /** @throws IllegalArgumentException when it is no such key */
    static ActionKey parse(String subject) {
        var form = FORM.matcher(subject);
        if (!form.matches()) {
            throw new IllegalArgumentException("not the key of a treaty action: " + subject);
        }
        var number = form.group(4);
        return new ActionKey(
                form.group(1),
                new StateCode(form.group(2)),
                TreatyAction.Act.valueOf(form.group(3)),
                number == null ? 1 : Integer.parseInt(number));
    }

    /** The key of an act on this day: it belongs to the time before, between or after the denunciations that our data have. */
    static ActionKey on(
            FactDate date, String instrument, StateCode state, TreatyAction.Act act, List<TreatyAction> actions) {
        var left = actions.stream()
                .filter(action -> action.instrument().equals(instrument)
                        && action.state().equals(state)
                        && action.act() == TreatyAction.Act.DENUNCIATION)
                .filter(action -> action.date().last().isBefore(date.first()))
                .count();
        return new ActionKey(instrument, state, act, 1 + (int) left);
    }

    boolean isOf(TreatyAction action) {
        return action.instrument().equals(instrument)
                && action.state().equals(state)
                && action.act() == act
                && action.number() == number;
    }

    @Override
    public String toString() {
        var first = instrument + '/' + state.iso3() + '/' + act.name();
        return number == 1 ? first : first + '/' + number;
    }
}
