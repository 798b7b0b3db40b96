package org.enlace.directory;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.StateCode;
import org.enlace.treaties.Instrument;
import org.springframework.stereotype.Component;

/** Where a state's lists name different authorities for one function. They follow from the designations each time. */
@Component
public class Differences {

    private final Listing listing;

    Differences(Listing listing) {
        this.listing = listing;
    }

    /** On a day, by state and function. */
    public List<Difference> on(LocalDate day) {
        return listing.all(day).stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.authority().state(), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(ofState -> of(ofState.getKey(), ofState.getValue()))
                .toList();
    }

    private static Stream<Difference> of(StateCode state, List<Entry> entries) {
        return FunctionLists.of(entries, Map.of()).differing().stream()
                .map(list -> new Difference(
                        state,
                        list.function(),
                        list.rows().stream()
                                .filter(row -> !row.authority().isSample())
                                .map(row -> new Named(row.instrument(), row.authority()))
                                .distinct()
                                .toList()));
    }

    /** One function of one state, with everything its lists name for it. */
    public record Difference(StateCode state, Function function, List<Named> named) {}

    /** Named under an instrument. */
    public record Named(Instrument instrument, Authority authority) {}
}
