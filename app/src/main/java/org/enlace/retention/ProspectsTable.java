package org.enlace.retention;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.enlace.exchange.Holding.Obstacle;
import org.jspecify.annotations.Nullable;

/** Everything that an authority keeps, a line each: what would become of it today. Codes and times in UTC; nothing in it was typed by anybody. */
final class ProspectsTable {

    private ProspectsTable() {}

    static String csv(List<Prospect> prospects) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    "reference",
                    "form",
                    "direction",
                    "state",
                    "stage",
                    "last activity",
                    "period",
                    "ends",
                    "may go from",
                    "verdict",
                    "open",
                    "holds");
            for (var prospect : prospects) {
                csv.writeRecord(cells(prospect));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<String> cells(Prospect prospect) {
        var holding = prospect.holding();
        var period = prospect.period();
        return List.of(
                holding.reference(),
                holding.form(),
                holding.outgoing() ? "out" : "in",
                holding.other().iso3(),
                holding.stage(),
                holding.last().toString(),
                period == null ? "" : period.amount() + " " + period.unit().code(),
                time(prospect.due()),
                prospect.mayGo() || prospect.verdict() == Prospect.Verdict.ANNOUNCED ? time(prospect.from()) : "",
                prospect.verdict().code(),
                holding.obstacles().stream().map(Obstacle::code).collect(Collectors.joining(" ")),
                prospect.holds().stream().map(hold -> hold.ground().code()).collect(Collectors.joining(" ")));
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }
}
