package org.enlace.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an authority is designated for under an instrument; the words are {@code function.<NAME>}. */
public enum Function {
    /** The point of contact that answers day and night (Convention on Cybercrime, Article 35). */
    CONTACT_24_7,
    /** Mutual legal assistance. */
    MLA,
    EXTRADITION,
    TRANSFER,
    MARITIME,
    FIREARMS,
    PREVENTION,
    OTHER;

    /** As written in data and addresses: {@code contact-24-7}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Function> of(String code) {
        return Arrays.stream(values())
                .filter(function -> function.code().equals(code))
                .findFirst();
    }
}
