package org.enlace.desk;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * What of the desk is shown, as it stands in the address bar.
 *
 * @param whose {@code own} (what the reader sent, took in charge, or what was assigned to the reader's function), {@code nobody} (asked of us, and nobody has taken
 *     it in charge), or empty for everything of the authority
 * @param direction {@code in} (asked of us), {@code out} (asked by us), or empty for both
 * @param state the other state's code, or empty
 * @param urgency {@code urgent}, {@code ordinary}, or empty
 * @param reference what a reference begins with, or empty
 * @param sort the code of an order, or empty for what presses most
 * @param section the only section that is shown, or empty for all of them
 * @param page of that section, from 1
 */
record DeskFilter(
        @Nullable String whose,
        @Nullable String direction,
        @Nullable String state,
        @Nullable String urgency,
        @Nullable String reference,
        @Nullable String sort,
        @Nullable String section,
        @Nullable String page) {

    static final String OWN = "own";
    static final String NOBODY = "nobody";

    DeskFilter {
        whose = oneOf(Set.of(OWN, NOBODY), whose);
        direction = oneOf(Set.of("in", "out"), direction);
        state = Optional.ofNullable(state)
                .flatMap(StateCode::parse)
                .map(StateCode::iso3)
                .orElse("");
        urgency = oneOf(Set.of("urgent", "ordinary"), urgency);
        // Reduced to what references are made of, so that nothing in an address needs escaping.
        reference = reference == null
                ? ""
                : reference.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9-]", "");
        sort = DeskOrder.parse(sort).map(DeskOrder::code).orElse("");
        section = DeskRow.Section.parse(section).map(DeskRow.Section::code).orElse("");
        page = page != null && page.matches("[1-9][0-9]{0,5}") && !section.isEmpty() ? page : "";
    }

    /** Whether fewer requests are shown than there are, for a reason that the form of the filters shows. */
    boolean isAny() {
        return !(direction + state + urgency + reference).isEmpty();
    }

    /** Whether it asks for something that only the request's own row tells. */
    boolean looksAtRequests() {
        return !(state + urgency + reference).isEmpty();
    }

    @Nullable
    DeskOrder order() {
        return DeskOrder.parse(sort).orElse(null);
    }

    boolean shows(DeskRow.Section each) {
        return String.valueOf(section).isEmpty() || each.code().equals(section);
    }

    int number() {
        return String.valueOf(page).isEmpty() ? 1 : Integer.parseInt(String.valueOf(page));
    }

    DeskFilter of(String whose) {
        return new DeskFilter(whose, direction, state, urgency, reference, sort, "", "");
    }

    /** The same rows in another order, from the first page on. */
    DeskFilter by(DeskOrder order) {
        return new DeskFilter(whose, direction, state, urgency, reference, order.code(), section, "");
    }

    /** One section alone, at one of its pages. */
    DeskFilter at(DeskRow.Section one, int number) {
        return new DeskFilter(
                whose, direction, state, urgency, reference, sort, one.code(), number > 1 ? "" + number : "");
    }

    /** Every section. */
    DeskFilter whole() {
        return new DeskFilter(whose, direction, state, urgency, reference, sort, "", "");
    }

    /** Nothing filtered out; whose it is and the order stay. */
    DeskFilter open() {
        return new DeskFilter(whose, "", "", "", "", sort, "", "");
    }

    /** As it goes into an address, after the path; empty where there is nothing to say. */
    String query() {
        var said = new LinkedHashMap<String, String>();
        said.put("whose", String.valueOf(whose));
        said.put("direction", String.valueOf(direction));
        said.put("state", String.valueOf(state));
        said.put("urgency", String.valueOf(urgency));
        said.put("reference", String.valueOf(reference));
        said.put("sort", String.valueOf(sort));
        said.put("section", String.valueOf(section));
        said.put("page", String.valueOf(page));
        var query = said.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + '=' + each.getValue())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : '?' + query;
    }

    private static String oneOf(Set<String> known, @Nullable String said) {
        return said != null && known.contains(said) ? said : "";
    }
}
