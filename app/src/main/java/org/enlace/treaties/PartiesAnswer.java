package org.enlace.treaties;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who is party to an instrument on a day, among a set of states, as programs get it.
 *
 * @param states the name of the set, or its codes
 * @param members how many states the set has on that day
 * @param parties how many of them are parties
 * @param signatoriesOnly how many of them signed and are not known as parties
 * @param rows the parties and signatories, by code
 */
record PartiesAnswer(
        String instrument,
        LocalDate on,
        String states,
        int members,
        long parties,
        long signatoriesOnly,
        List<Row> rows) {

    static PartiesAnswer of(Standings standings) {
        return new PartiesAnswer(
                standings.instrument().id(),
                standings.on(),
                standings.set().id(),
                standings.set().size(),
                standings.parties(),
                standings.signatoriesOnly(),
                standings.taking().stream().map(Row::of).toList());
    }

    /** The rows, with a line of headings. */
    String csv() {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("instrument", "on", "state", "act", "date", "since", "source");
            for (var row : rows) {
                csv.writeRecord(
                        instrument, on.toString(), row.state(), row.act(), row.date(), row.since(), row.source());
            }
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /**
     * @param act {@code ratification}, {@code accession} …, {@code signature}; {@code party-seen} or {@code signatory-seen} where no dated act is known
     * @param date of the act, as exact as its source: {@code 2004-09-22}, {@code 2004-09} or {@code 2004}; of what was seen, the day it was seen
     * @param since the day from which the instrument is certainly in force for the state, or null
     * @param source id of the source, as {@code /sources} lists it
     */
    record Row(
            String state,
            String act,
            @Nullable String date,
            @Nullable String since,
            @Nullable String source) {

        static Row of(Participation participation) {
            var force = participation.force();
            var since = force == null ? null : force.latest();
            return new Row(
                    participation.state().iso3(),
                    act(participation),
                    participation.date().map(Object::toString).orElse(null),
                    since == null ? null : since.toString(),
                    participation.source().orElse(null));
        }

        private static String act(Participation participation) {
            var act = participation.act();
            var word = act == null ? participation.kind().name() : act.act().name();
            return word.toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
