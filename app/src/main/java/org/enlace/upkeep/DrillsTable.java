package org.enlace.upkeep;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Every drill as a line of a table: times in UTC, the time to answer in seconds. */
final class DrillsTable {

    private DrillsTable() {}

    static String csv(List<Drills.Drilled> drilled, Instant now) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("authority", "state", "drill", "sent", "answered", "seconds", "outcome");
            for (var one : drilled) {
                for (var drill : one.drills()) {
                    var answer = drill.answer();
                    csv.writeRecord(
                            one.authority().id(),
                            one.authority().state().iso3(),
                            Integer.toString(drill.number()),
                            drill.since().toString(),
                            answer == null ? "" : answer.at().toString(),
                            seconds(drill.timeToAnswer()),
                            drill.outcome(now).name());
                }
            }
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String seconds(@org.jspecify.annotations.Nullable Duration took) {
        return took == null ? "" : Long.toString(took.toSeconds());
    }
}
