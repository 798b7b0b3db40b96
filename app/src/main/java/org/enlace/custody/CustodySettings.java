package org.enlace.custody;

import java.util.List;
import org.enlace.database.CannotStart;
import org.enlace.ledger.Malformed;
import org.enlace.ledger.WitnessKey;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the log.
 *
 * @param origin the log's name for ever, best the address it is published at without {@code https://}, such as {@code enlace.example.org/log}; without it, one is
 *     made at the first start
 * @param witnesses the key lines of those who watch this log from outside, as {@code ./enlace witness} prints them
 */
@ConfigurationProperties("enlace.custody")
record CustodySettings(@Nullable String origin, @Nullable List<String> witnesses) {

    /** @throws CannotStart naming the line that is no key */
    List<WitnessKey> keys() {
        return witnesses == null
                ? List.of()
                : witnesses.stream().map(CustodySettings::key).toList();
    }

    private static WitnessKey key(String line) {
        try {
            return WitnessKey.parse(line.strip());
        } catch (Malformed wrong) {
            throw new CannotStart(
                    "The setting enlace.custody.witnesses holds a line that is no key of a witness: " + line + " ("
                            + wrong.getMessage() + ")",
                    wrong);
        }
    }
}
