package org.enlace.keys;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sealed copies as they come: base64, by account or by generation. */
final class Copies {

    private Copies() {}

    static Map<UUID, AgeFile> byAccount(Map<String, String> sealed) {
        var copies = new HashMap<UUID, AgeFile>();
        sealed.forEach((account, file) -> copies.put(account(account), AgeFile.parse(file, AgeFile.To.RECIPIENT)));
        return copies;
    }

    static Map<Integer, AgeFile> byGeneration(@Nullable Map<String, String> sealed) {
        var copies = new TreeMap<Integer, AgeFile>();
        if (sealed != null) {
            sealed.forEach((generation, file) ->
                    copies.put(generation(generation), AgeFile.parse(file, AgeFile.To.RECIPIENT)));
        }
        return copies;
    }

    private static UUID account(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw KeysRefusal.WRONG_COPIES.refused();
        }
    }

    private static Integer generation(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw KeysRefusal.WRONG_COPIES.refused();
        }
    }
}
