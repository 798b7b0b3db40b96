package org.enlace.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the members of an object in the order they are named. */
final class Payload {
    private final Map<String, Json> members = new LinkedHashMap<>();

    static Payload ofVersionOne() {
        return new Payload().number("v", 1);
    }

    byte[] encode() {
        return json().encode();
    }

    Json json() {
        return new Json.Members(members);
    }

    Payload json(String name, Json value) {
        if (members.putIfAbsent(name, value) != null) {
            throw new IllegalStateException(name + " is written twice");
        }
        return this;
    }

    Payload text(String name, @Nullable String text) {
        return json(name, text == null ? Json.Nothing.NULL : new Json.Text(text));
    }

    Payload number(String name, long value) {
        return json(name, new Json.Whole(value));
    }

    Payload uuid(String name, @Nullable UUID id) {
        return text(name, id == null ? null : id.toString());
    }

    Payload hash(String name, @Nullable Hash hash) {
        return text(name, hash == null ? null : hash.hex());
    }

    Payload time(String name, Instant time) {
        return text(name, Encodings.time(time));
    }

    Payload day(String name, LocalDate day) {
        return text(name, Encodings.day(day));
    }

    Payload texts(String name, List<String> items) {
        return array(
                name, items.stream().map(item -> (Json) new Json.Text(item)).toList());
    }

    Payload array(String name, List<Json> items) {
        return json(name, new Json.Array(items));
    }
}
