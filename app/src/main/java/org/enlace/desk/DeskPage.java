package org.enlace.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.notices.Trouble;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * The desk: what is mine to do, ordered by time left; then what waits for others; then what is quiet.
 *
 * @param states codes and names of the states that this authority has requests with
 * @param troubles letters to this authority or to the reader that did not arrive
 */
record DeskPage(DeskRowsPart rows, List<OtherState> states, List<Trouble> troubles, int mine) implements Page {

    /** The rest is on the page of letters that came back. */
    private static final int LONGEST = 5;

    @Override
    public String title(Words words) {
        return mine == 0 ? words.say("menu") : words.say("desk.title.count", mine);
    }

    /** What they tell of, each once. */
    List<Trouble> untold() {
        return troubles.stream()
                .filter(trouble ->
                        !trouble.reference().isEmpty() && trouble.path().startsWith("/requests/"))
                .collect(Collectors.toMap(
                        Trouble::path, Function.identity(), (newer, older) -> newer, LinkedHashMap::new))
                .values()
                .stream()
                .limit(LONGEST)
                .toList();
    }

    DeskFilter filter() {
        return rows.filter();
    }

    /** @param code ISO 3166-1 alpha-3 */
    record OtherState(String code, String name) {}
}
