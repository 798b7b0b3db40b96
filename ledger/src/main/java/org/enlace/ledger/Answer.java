package org.enlace.ledger;

import java.util.List;

/**
 * A question is answered.
 *
 * @param items those of the question that are repaired
 */
public record Answer(List<String> items) implements Coded {
    public Answer {
        items = Fields.items(items);
    }

    static Answer read(Fields fields) {
        return new Answer(fields.texts("items"));
    }

    @Override
    public String kind() {
        return "answer";
    }

    @Override
    public Json json() {
        return new Payload().texts("items", items).json();
    }
}
