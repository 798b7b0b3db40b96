package org.enlace.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** A sheet as a file for a word processor (Office Open XML), to be worked on further. */
public final class WordFile {

    private WordFile() {}

    public static byte[] of(Sheet sheet) {
        try (var document = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setTitle(sheet.symbol() + " " + sheet.title());
            text(
                    document.createHeader(HeaderFooterType.DEFAULT).createParagraph(),
                    sheet.symbol() + "    " + sheet.asOf(),
                    9,
                    false);
            text(document.createParagraph(), sheet.title(), 17, true);
            sheet.lead().forEach(paragraph -> text(document.createParagraph(), paragraph, 10, false));
            sheet.sections().forEach(section -> write(section, document));
            sheet.notes().forEach(note -> text(document.createParagraph(), note, 8, false));
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(Sheet.Section section, XWPFDocument document) {
        text(document.createParagraph(), section.heading(), 12, true);
        if (!section.sum().isEmpty()) {
            text(document.createParagraph(), section.sum(), 10, false);
        }
        if (section.rows().isEmpty()) {
            return;
        }
        var table = document.createTable(
                section.rows().size() + 1, section.columns().size());
        table.setWidth("100%");
        write(section.columns(), table, 0, true);
        table.getRow(0).setRepeatHeader(true);
        for (var number = 0; number < section.rows().size(); number++) {
            write(section.rows().get(number), table, number + 1, false);
        }
        document.createParagraph();
    }

    private static void write(List<String> cells, XWPFTable table, int number, boolean heading) {
        XWPFTableRow row = table.getRow(number);
        for (var column = 0; column < cells.size(); column++) {
            text(row.getCell(column).getParagraphs().getFirst(), cells.get(column), 10, heading);
        }
    }

    private static void text(XWPFParagraph paragraph, String text, int size, boolean bold) {
        var run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(size);
        run.setFontFamily("Arial");
        run.setBold(bold);
    }
}
