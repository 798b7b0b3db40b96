package org.enlace.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the members of an object in their declared order, each once, none left out. */
final class Fields {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,99}");
    private static final Pattern AUTHORITY = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final Pattern GROUND = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final Pattern RECIPIENT = Pattern.compile("age1[02-9ac-hj-np-z]{58}");
    private static final int LONGEST_LINE = 200;
    private static final int MOST_ITEMS = 200;

    private final Iterator<Map.Entry<String, Json>> members;

    private Fields(Json value) {
        if (!(value instanceof Json.Members object)) {
            throw new Malformed("Here an object is expected.");
        }
        members = object.members().entrySet().iterator();
    }

    /** The object in these bytes, behind its {@code "v":1}. */
    static Fields ofVersionOne(byte[] bytes) {
        return ofVersionOne(Json.parse(bytes, Jws.MAX_LENGTH));
    }

    static Fields ofVersionOne(Json value) {
        var fields = new Fields(value);
        if (!(fields.next("v") instanceof Json.Whole version)) {
            throw new Malformed("The version is a number.");
        }
        if (version.value() != 1) {
            throw new Unknown("This is of version " + version.value() + ", which this program does not know.");
        }
        return fields;
    }

    static Fields of(Json value) {
        return new Fields(value);
    }

    /** Whether a member is left, for the lists that came later. */
    boolean hasMore() {
        return members.hasNext();
    }

    void end() {
        if (members.hasNext()) {
            throw new Malformed("The member \"" + members.next().getKey() + "\" is not declared here.");
        }
    }

    Json next(String name) {
        if (!members.hasNext()) {
            throw new Malformed("The member \"" + name + "\" is missing.");
        }
        var member = members.next();
        if (!member.getKey().equals(name)) {
            throw new Malformed("Where \"" + name + "\" is expected stands \"" + member.getKey() + "\".");
        }
        return member.getValue();
    }

    String text(String name) {
        if (next(name) instanceof Json.Text text) {
            return text.text();
        }
        throw new Malformed("The member \"" + name + "\" is a text.");
    }

    @Nullable
    String textOrNull(String name) {
        return switch (next(name)) {
            case Json.Text text -> text.text();
            case Json.Nothing nothing -> null;
            default -> throw new Malformed("The member \"" + name + "\" is a text or null.");
        };
    }

    void constant(String name, String expected) {
        if (!text(name).equals(expected)) {
            throw new Malformed("The member \"" + name + "\" is not \"" + expected + "\".");
        }
    }

    long number(String name) {
        if (next(name) instanceof Json.Whole whole && whole.value() >= 0) {
            return whole.value();
        }
        throw new Malformed("The member \"" + name + "\" is a whole number, not negative.");
    }

    boolean truth(String name) {
        if (next(name) instanceof Json.Truth truth) {
            return truth.value();
        }
        throw new Malformed("The member \"" + name + "\" is true or false.");
    }

    int generation(String name) {
        long generation = number(name);
        if (generation > Integer.MAX_VALUE) {
            throw new Malformed("A generation is from 1.");
        }
        return (int) generation;
    }

    UUID uuid(String name) {
        return Encodings.uuid(text(name));
    }

    @Nullable
    UUID uuidOrNull(String name) {
        String text = textOrNull(name);
        return text == null ? null : Encodings.uuid(text);
    }

    Hash hash(String name) {
        return Hash.ofHex(text(name));
    }

    @Nullable
    Hash hashOrNull(String name) {
        String text = textOrNull(name);
        return text == null ? null : Hash.ofHex(text);
    }

    Instant time(String name) {
        return Encodings.time(text(name));
    }

    LocalDate day(String name) {
        return Encodings.day(text(name));
    }

    /** Whether it is the first of two words; any third is refused. */
    boolean either(String name, String yes, String no) {
        String word = text(name);
        if (!word.equals(yes) && !word.equals(no)) {
            throw new Malformed("Here \"" + yes + "\" or \"" + no + "\" is expected.");
        }
        return word.equals(yes);
    }

    <E extends Spelled> E oneOf(String name, E[] list) {
        return choice(name, text(name), list);
    }

    <E extends Spelled> @Nullable E oneOfOrNull(String name, E[] list) {
        String word = textOrNull(name);
        return word == null ? null : choice(name, word, list);
    }

    List<String> texts(String name) {
        return array(name).stream()
                .map(item -> {
                    if (item instanceof Json.Text text) {
                        return text.text();
                    }
                    throw new Malformed("The member \"" + name + "\" is a list of texts.");
                })
                .toList();
    }

    List<Json> array(String name) {
        if (next(name) instanceof Json.Array array) {
            return array.items();
        }
        throw new Malformed("The member \"" + name + "\" is a list.");
    }

    /** A word of a closed or growing list: instruments, grounds, forms. */
    static String code(String text) {
        if (!CODE.matcher(text).matches()) {
            throw new IllegalArgumentException("A code is made of letters, digits, dots, slashes and hyphens.");
        }
        return text;
    }

    /** The code of a ground: of a closed list for each article, so lowercase only. */
    static String ground(String code) {
        if (!GROUND.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "A ground is a code of lowercase letters, digits, dots and underscores.");
        }
        return code;
    }

    /** Ids of fields of a form, each once. */
    static List<String> items(List<String> ids) {
        if (ids.size() > MOST_ITEMS || new HashSet<>(ids).size() != ids.size()) {
            throw new IllegalArgumentException("Here at most " + MOST_ITEMS + " items are expected, each once.");
        }
        ids.forEach(Fields::code);
        return List.copyOf(ids);
    }

    static String authority(String id) {
        if (!AUTHORITY.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "The id of an authority is made of lowercase letters, digits, dots and hyphens.");
        }
        return id;
    }

    static String recipient(String age) {
        if (!RECIPIENT.matcher(age).matches()) {
            throw new IllegalArgumentException("A recipient is an age X25519 recipient, age1….");
        }
        return age;
    }

    static int generation(int generation) {
        if (generation < 1) {
            throw new IllegalArgumentException("A generation is from 1.");
        }
        return generation;
    }

    /** Words of a person on one line. */
    static String line(String text) {
        boolean printable = text.codePoints().noneMatch(Character::isISOControl);
        if (text.isBlank() || text.length() > LONGEST_LINE || !printable) {
            throw new IllegalArgumentException("Here one line of 1 to " + LONGEST_LINE + " characters is expected.");
        }
        return text;
    }

    private static <E extends Spelled> E choice(String name, String word, E[] list) {
        for (var each : list) {
            if (each.code().equals(word)) {
                return each;
            }
        }
        throw new Malformed("The member \"" + name + "\" is none of the words that may stand there.");
    }
}
