package org.enlace.desk;

import java.util.List;
import org.enlace.notices.Notices;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * The desk: what is mine to do, ordered by time left; then what waits for others; then what is quiet.
 *
 * @param states codes and names of the states that this authority has requests with
 * @param troubles notices to this authority's own mailbox that came back
 */
record DeskPage(DeskRowsPart rows, List<OtherState> states, List<Notices.Trouble> troubles, int mine) implements Page {

    @Override
    public String title(Words words) {
        return mine == 0 ? words.say("menu") : words.say("desk.title.count", mine);
    }

    DeskFilter filter() {
        return rows.filter();
    }

    /** @param code ISO 3166-1 alpha-3 */
    record OtherState(String code, String name) {}
}
