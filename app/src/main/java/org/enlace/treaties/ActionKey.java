package org.enlace.treaties;

import java.util.regex.Pattern;
import org.enlace.StateCode;

/** What tells one treaty action from another: {@code untoc/ECU/ACCESSION} as the subject of a change. */
record ActionKey(String instrument, StateCode state, TreatyAction.Act act) {

    private static final Pattern FORM = Pattern.compile("([a-z0-9-]+)/([A-Z]{3})/([A-Z_]+)");

    /** @throws IllegalArgumentException when it is no such key */
    static ActionKey parse(String subject) {
        var form = FORM.matcher(subject);
        if (!form.matches()) {
            throw new IllegalArgumentException("not the key of a treaty action: " + subject);
        }
        return new ActionKey(form.group(1), new StateCode(form.group(2)), TreatyAction.Act.valueOf(form.group(3)));
    }

    boolean isOf(TreatyAction action) {
        return action.instrument().equals(instrument) && action.state().equals(state) && action.act() == act;
    }

    @Override
    public String toString() {
        return instrument + '/' + state.iso3() + '/' + act.name();
    }
}
