package org.enlace.interchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A table as RFC 4180 has it. Threat: whoever opens it in a spreadsheet program runs what a cell says when it begins like a formula; so such a cell begins with
 * an apostrophe, which these programs take for "this is text" and {@link #plain} takes off again.
 */
final class Table {

    private static final String BEGIN_FORMULAS = "=+-@\t\r\n";

    private final StringWriter text = new StringWriter();

    private Table() {}

    static String of(List<String> columns, List<List<String>> rows) {
        var table = new Table();
        try (var csv = CsvWriter.builder().build(table.text)) {
            csv.writeRecord(columns);
            rows.forEach(row -> csv.writeRecord(row.stream().map(Table::defused).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return table.text.toString();
    }

    static String defused(String cell) {
        return beginsLikeAFormula(cell) ? '\'' + cell : cell;
    }

    /** The cell as it was before it was defused, by us or by anybody who does it the same way. */
    static String plain(String cell) {
        return cell.startsWith("'") && beginsLikeAFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean beginsLikeAFormula(String cell) {
        return !cell.isEmpty() && BEGIN_FORMULAS.indexOf(cell.charAt(0)) >= 0;
    }
}
