package org.enlace.mandates;

import org.enlace.directory.Authority;
import org.enlace.directory.Function;
import org.jspecify.annotations.Nullable;

/** A network of national points of contact; the words are {@code network.<NAME>}. An authority is in some by what it is or is designated for. */
public enum Network {
    /** Points that answer day and night (Convention on Cybercrime, Article 35, and the G7's). */
    CONTACT_24_7(Authority.Kind.CONTACT_24_7, Function.CONTACT_24_7),
    CSIRT(Authority.Kind.CSIRT, null),
    CENTRAL_AUTHORITIES(Authority.Kind.CENTRAL_AUTHORITY, Function.MLA),
    PROSECUTORS(Authority.Kind.PROSECUTION_UNIT, null),
    /** The Technical Group on transnational organized crime: its members are named, not derived. */
    TECHNICAL_GROUP(null, null);

    private final Authority.@Nullable Kind kind;
    private final @Nullable Function function;

    Network(Authority.@Nullable Kind kind, @Nullable Function function) {
        this.kind = kind;
        this.function = function;
    }

    boolean takesIn(Authority.Kind of) {
        return of == kind;
    }

    boolean takesIn(Function designatedFor) {
        return designatedFor == function;
    }
}
