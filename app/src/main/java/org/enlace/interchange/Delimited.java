package org.enlace.interchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Another directory's list, read: comma, semicolon or tab between the cells, whichever its headings have most of.
 *
 * @param headings as they stand there
 */
record Delimited(List<String> headings, List<Line> lines) {

    static final int MOST_BYTES = 1 << 20;
    static final int MOST_LINES = 2_000;

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /**
     * @throws Fault with line and column, when it is no such list
     */
    static Delimited read(String text) throws Fault {
        if (text.isBlank()) {
            throw new Fault(Fault.Kind.EMPTY, 1, 1, "");
        }
        var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var separator = separator(plain);
        Quotes.check(plain, separator);
        var records = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(plain)
                .stream()
                .filter(record -> record.getFields().stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        var headings = headings(records);
        if (records.size() - 1 > MOST_LINES) {
            throw new Fault(Fault.Kind.TOO_MANY_LINES, MOST_LINES, 1, Integer.toString(records.size() - 1));
        }
        return new Delimited(
                headings,
                records.stream()
                        .skip(1)
                        .map(record -> line(record, headings.size()))
                        .toList());
    }

    /** The first cell of a column that says something, to show what is in it. */
    String sample(int column) {
        return lines.stream()
                .map(line -> line.cell(column))
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> headings(List<CsvRecord> records) {
        var headings =
                records.getFirst().getFields().stream().map(String::strip).toList();
        if (headings.size() < 2) {
            throw new Fault(Fault.Kind.ONE_COLUMN, records.getFirst().getStartingLineNumber(), 1, headings.getFirst());
        }
        for (var column = 0; column < headings.size(); column++) {
            if (headings.get(column).isEmpty()) {
                throw new Fault(Fault.Kind.NO_HEADING, records.getFirst().getStartingLineNumber(), column + 1, "");
            }
        }
        return headings;
    }

    private static Line line(CsvRecord record, int cells) {
        if (record.getFieldCount() != cells) {
            throw new Fault(
                    Fault.Kind.OTHER_COUNT,
                    record.getStartingLineNumber(),
                    Math.min(record.getFieldCount(), cells) + 1,
                    Integer.toString(record.getFieldCount()));
        }
        return new Line(
                record.getStartingLineNumber(),
                record.getFields().stream()
                        .map(cell -> Table.plain(cell.strip()).strip())
                        .toList());
    }

    private static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        Map<Character, Long> counts = SEPARATORS.stream()
                .collect(Collectors.toMap(
                        one -> one,
                        one -> first.chars().filter(letter -> letter == one).count()));
        return SEPARATORS.stream()
                .max((one, other) -> Long.compare(counts.getOrDefault(one, 0L), counts.getOrDefault(other, 0L)))
                .filter(one -> counts.getOrDefault(one, 0L) > 0)
                .orElse(',');
    }

    /** @param number of the line of the file on which it begins, from 1 */
    record Line(long number, List<String> cells) {
        /** What stands in it, for whoever looks for it in the file. */
        String said() {
            return cells.stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" · "));
        }

        String cell(int column) {
            return column < 0 || column >= cells.size() ? "" : cells.get(column);
        }
    }
}
