package org.enlace.desk;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.notices.Trouble;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * The desk: what is mine to do, ordered by time left; then what waits for others; then what is quiet.
 *
 * @param states codes and names of the states that this authority has requests with
 * @param troubles letters to this authority or to the reader that did not arrive
 * @param whose what can be chosen, with how many requests wait there
 */
record DeskPage(DeskRowsPart rows, List<OtherState> states, List<Trouble> troubles, List<Whose> whose) implements Page {

    /** The rest is on the page of letters that came back. */
    private static final int LONGEST = 5;

    @Override
    public String title(Words words) {
        return mine() == 0 ? words.say("menu") : words.say("desk.title.count", mine());
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

    /** How many requests wait for the whole authority. */
    int mine() {
        return whose.getLast().waiting();
    }

    /** For where columns have no headings to press: telephones. */
    List<Option> orders(Words words) {
        var orders = new ArrayList<Option>();
        orders.add(Option.of("", words.say("desk.sort.usual")));
        for (var by : DeskOrder.By.values()) {
            orders.add(order(by.first(), words));
            orders.add(order(by.first().reversed(), words));
        }
        return orders;
    }

    private static Option order(DeskOrder order, Words words) {
        return Option.of(order.code(), words.say("desk.sort." + order.by().code() + (order.down() ? ".down" : ".up")));
    }

    /** This year and the last, whose record can be taken away. */
    List<Integer> years(ZoneId yours) {
        var year = rows.now().atZone(yours).getYear();
        return List.of(year, year - 1);
    }

    /** @param code ISO 3166-1 alpha-3 */
    record OtherState(String code, String name) {}

    /** @param code as {@link DeskFilter#whose} has it */
    record Whose(String code, int waiting) {

        String key() {
            return code.isEmpty() ? "all" : code;
        }
    }
}
