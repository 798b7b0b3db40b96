package org.enlace.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The vectors that Java and browser tests share. */
final class VectorFiles {
    static final Path FOLDER = Path.of("..", "docs", "protocols", "vectors");

    private final Json.Members root;

    private VectorFiles(Json.Members root) {
        this.root = root;
    }

    static VectorFiles read(String name) {
        try {
            return new VectorFiles((Json.Members) Json.parse(Files.readAllBytes(FOLDER.resolve(name)), 8 << 20));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The items of the list of this name; never empty, so that a test over it tests something. */
    List<Case> list(String name) {
        var items = ((Json.Array) member(root, name)).items();
        if (items.isEmpty()) {
            throw new IllegalStateException(name + " is empty");
        }
        return items.stream().map(item -> new Case((Json.Members) item)).toList();
    }

    List<String> texts(String name) {
        return new Case(root).list(name, item -> ((Json.Text) item).text());
    }

    Case object(String name) {
        return new Case((Json.Members) member(root, name));
    }

    private static Json member(Json.Members object, String name) {
        Json value = object.members().get(name);
        if (value == null) {
            throw new IllegalStateException("the vectors have no " + name);
        }
        return value;
    }

    /** One object of a vector file. */
    record Case(Json.Members object) {
        String text(String name) {
            return ((Json.Text) member(object, name)).text();
        }

        boolean isNull(String name) {
            return member(object, name) == Json.Nothing.NULL;
        }

        long number(String name) {
            return ((Json.Whole) member(object, name)).value();
        }

        byte[] base64(String name) {
            return Encodings.base64(text(name));
        }

        List<Hash> hashes(String name) {
            return list(name, item -> Hash.ofBase64(((Json.Text) item).text()));
        }

        <T> List<T> list(String name, Function<Json, T> read) {
            return ((Json.Array) member(object, name))
                    .items().stream().map(read).toList();
        }

        @Override
        public String toString() {
            Json why = object.members().get("why");
            return why instanceof Json.Text text
                    ? text.text()
                    : object.members().toString();
        }
    }
}
