package org.enlace.offline;

import java.util.Arrays;
import java.util.List;

/** Why the tool stops: a sentence of this room for whoever typed the command. */
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<Object> arguments;

    Trouble(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = Arrays.stream(arguments)
                .map(each -> each instanceof Number ? each : each.toString())
                .toList();
    }

    String say(org.enlace.ui.Words words) {
        return words.say(key, arguments.toArray());
    }
}
