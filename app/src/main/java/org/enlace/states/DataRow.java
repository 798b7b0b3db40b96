package org.enlace.states;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;

/** A row being read. Every method refuses with {@link BadRow} what it cannot read, naming the column. */
public final class DataRow {

    private final CsvRecord row;
    private final List<String> columns;

    DataRow(CsvRecord row, List<String> columns) {
        this.row = row;
        this.columns = columns;
    }

    /** Refuses a row that has more or fewer cells than the file has columns. */
    void checkShape() {
        if (row.getFieldCount() != columns.size()) {
            throw new BadRow(BadRow.Reason.WRONG_SHAPE, "", String.join(",", row.getFields()));
        }
    }

    /** The line of the file on which the row begins, from 1. */
    public long line() {
        return row.getStartingLineNumber();
    }

    /** The cell without blanks around it; empty when there is nothing. */
    public String text(String column) {
        return row.getField(columns.indexOf(column)).strip();
    }

    public @Nullable String textOrNull(String column) {
        var text = text(column);
        return text.isEmpty() ? null : text;
    }

    public String required(String column) {
        var text = text(column);
        if (text.isEmpty()) {
            throw new BadRow(BadRow.Reason.MISSING, column, "");
        }
        return text;
    }

    public @Nullable FactDate date(String column) {
        var text = text(column);
        return text.isEmpty() ? null : requiredDate(column);
    }

    public FactDate requiredDate(String column) {
        var text = required(column);
        return FactDate.parse(text).orElseThrow(() -> new BadRow(BadRow.Reason.NOT_A_DATE, column, text));
    }

    /** A date that is known to the day, or null. */
    public @Nullable LocalDate day(String column) {
        var date = date(column);
        if (date != null && !date.isExact()) {
            throw new BadRow(BadRow.Reason.NOT_A_DATE, column, date.toString());
        }
        return date == null ? null : date.first();
    }

    public Span span(String since, String until) {
        try {
            return new Span(date(since), date(until));
        } catch (IllegalArgumentException backwards) {
            throw new BadRow(BadRow.Reason.CONTRADICTION, until, text(since) + " – " + text(until));
        }
    }

    /** One of an enum's constants, written small and with hyphens: {@code TAKING_PART} is {@code taking-part}. */
    public <E extends Enum<E>> E choice(String column, Class<E> of) {
        var text = required(column);
        return choice(of, text).orElseThrow(() -> new BadRow(BadRow.Reason.NOT_ALLOWED, column, text));
    }

    public <E extends Enum<E>> List<E> choices(String column, Class<E> of) {
        return list(column).stream()
                .map(text -> choice(of, text).orElseThrow(() -> new BadRow(BadRow.Reason.NOT_ALLOWED, column, text)))
                .toList();
    }

    /** Parts of a cell between semicolons. */
    public List<String> list(String column) {
        return Arrays.stream(text(column).split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    public StateCode state(String column, Set<StateCode> known) {
        var text = required(column);
        var code = StateCode.parse(text).orElseThrow(() -> new BadRow(BadRow.Reason.NOT_A_CODE, column, text));
        if (!known.contains(code)) {
            throw new BadRow(BadRow.Reason.UNKNOWN_REFERENCE, column, text);
        }
        return code;
    }

    /** An id that another file brought. */
    public String reference(String column, Set<String> known) {
        var text = required(column);
        if (!known.contains(text)) {
            throw new BadRow(BadRow.Reason.UNKNOWN_REFERENCE, column, text);
        }
        return text;
    }

    public List<String> references(String column, Set<String> known) {
        var list = list(column);
        for (var id : list) {
            if (!known.contains(id)) {
                throw new BadRow(BadRow.Reason.UNKNOWN_REFERENCE, column, id);
            }
        }
        return list;
    }

    /** The columns {@code <stem>_en}, {@code _es}, {@code _fr} and {@code _pt}; null when all are empty. */
    public @Nullable Multilingual multilingualOrNull(String stem) {
        var texts = List.of(text(stem + "_en"), text(stem + "_es"), text(stem + "_fr"), text(stem + "_pt"));
        return texts.stream().allMatch(String::isEmpty)
                ? null
                : Multilingual.of(texts.get(0), texts.get(1), texts.get(2), texts.get(3));
    }

    public Multilingual multilingual(String stem) {
        var text = multilingualOrNull(stem);
        if (text == null) {
            throw new BadRow(BadRow.Reason.MISSING, stem + "_en", "");
        }
        return text;
    }

    public @Nullable ZoneId zoneOrNull(String column) {
        var text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new BadRow(BadRow.Reason.UNKNOWN_REFERENCE, column, text);
        }
    }

    private static <E extends Enum<E>> Optional<E> choice(Class<E> of, String text) {
        return Arrays.stream(of.getEnumConstants())
                .filter(constant -> constant.name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')
                        .equals(text))
                .findFirst();
    }
}
