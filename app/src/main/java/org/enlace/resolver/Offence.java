package org.enlace.resolver;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the case is about, as far as an instrument asks: several serve their own offences only. The words are {@code offence.<NAME>}. */
public enum Offence {
    /** Articles 2 to 8 and 10 of the Convention on Cybercrime. */
    CYBERCRIME,
    CHILD_EXPLOITATION,
    ORGANIZED_CRIME,
    MONEY_LAUNDERING,
    CORRUPTION,
    TRAFFICKING_PERSONS,
    SMUGGLING_MIGRANTS,
    FIREARMS,
    DRUGS,
    TERRORISM,
    TAX,
    OTHER;

    /** As written in data and addresses: {@code money-laundering}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Offence> of(String code) {
        return Arrays.stream(values())
                .filter(offence -> offence.code().equals(code))
                .findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(Offence::code).collect(Collectors.joining(", "));
    }
}
