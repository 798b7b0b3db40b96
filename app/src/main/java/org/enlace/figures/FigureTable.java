package org.enlace.figures;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.enlace.ui.BarChart;

/**
 * Figures as they are shown, with the picture of them and the file. Whatever may not be told is not in it.
 *
 * @param id as the address of its file has it
 * @param columns the first is what the rows are called
 */
record FigureTable(String id, List<Column> columns, List<Row> rows) {

    /**
     * @param codes the headings in the file, one or more
     * @param head the heading on the page
     */
    record Column(List<String> codes, String head) {}

    /**
     * @param text on the page
     * @param raw in the file, as many as the column has codes; a period is in whole seconds
     */
    record Cell(String text, List<String> raw) {}

    /** @param bar what the picture shows of it, or null for a row without a number that may be told */
    record Row(List<Cell> cells, BarChart.@org.jspecify.annotations.Nullable Bar bar) {

        Cell head() {
            return cells.getFirst();
        }
    }

    BarChart chart() {
        return new BarChart(
                rows.stream().flatMap(row -> Stream.ofNullable(row.bar())).toList());
    }

    String csv() {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    columns.stream().flatMap(column -> column.codes().stream()).toList());
            rows.forEach(row -> csv.writeRecord(
                    row.cells().stream().flatMap(cell -> cell.raw().stream()).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
