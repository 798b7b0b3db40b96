package org.enlace.treaties;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.search.Findable;
import org.enlace.search.Offer;
import org.springframework.stereotype.Component;

/** Treaties are found by their short name, full title and number. */
@Component
class TreatyOffer implements Offer {

    private final Instruments instruments;

    TreatyOffer(Instruments instruments) {
        this.instruments = instruments;
    }

    @Override
    public String kind() {
        return "treaty";
    }

    @Override
    public String room() {
        return "treaties";
    }

    @Override
    public Stream<Findable> all() {
        return instruments.all().stream().map(TreatyOffer::findable);
    }

    @Override
    public Optional<Findable> find(String key) {
        return instruments.find(key).map(TreatyOffer::findable);
    }

    private static Findable findable(Instrument instrument) {
        return new Findable(
                instrument.id(),
                "/treaties/" + instrument.id(),
                instrument.shortName(),
                Arrays.stream(Language.values())
                        .collect(Collectors.toMap(
                                Function.identity(),
                                language -> String.join(
                                        " ",
                                        instrument.title().in(language).text(),
                                        instrument.reference(),
                                        instrument.id()))));
    }
}
