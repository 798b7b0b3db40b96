package org.enlace.reach;

import java.time.ZoneId;
import org.enlace.Language;
import org.enlace.access.Account;

/** Where a letter can go, in which language it is written for whoever reads there, and on which clocks. */
public record Address(String email, Language language, ZoneId zone) {

    static Address of(Account account) {
        return new Address(account.email(), account.language(), account.zone());
    }

    boolean is(String other) {
        return email.equalsIgnoreCase(other);
    }
}
