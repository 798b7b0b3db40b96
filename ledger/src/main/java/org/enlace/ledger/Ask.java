package org.enlace.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * Something is unclear or missing.
 *
 * @param due until when an answer is asked for
 * @param items ids of the fields of the request's form that are to be repaired, or {@code other}; empty for a question only
 */
public record Ask(LocalDate due, List<String> items) implements Coded {
    public Ask {
        Encodings.day(due);
        items = Fields.items(items);
    }

    static Ask read(Fields fields) {
        return new Ask(fields.day("due"), fields.texts("items"));
    }

    @Override
    public String kind() {
        return "ask";
    }

    @Override
    public Json json() {
        return new Payload().day("due", due).texts("items", items).json();
    }
}
