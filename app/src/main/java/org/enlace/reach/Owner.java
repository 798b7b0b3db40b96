package org.enlace.reach;

import java.time.ZoneId;
import org.enlace.StateCode;
import org.enlace.access.Account;
import org.enlace.directory.Authority;
import org.jspecify.annotations.Nullable;

/** Whose a letter is: an authority's, by its role mailbox, or a person's. */
sealed interface Owner {

    ZoneId zone();

    @Nullable
    StateCode state();

    /** The word by which the room of notices knows it. */
    String audience();

    record Office(Authority authority) implements Owner {

        static final String PREFIX = "authority:";

        @Override
        public ZoneId zone() {
            return authority.zone();
        }

        @Override
        public StateCode state() {
            return authority.state();
        }

        @Override
        public String audience() {
            return PREFIX + authority.id();
        }
    }

    record Person(Account account) implements Owner {

        static final String PREFIX = "account:";

        @Override
        public ZoneId zone() {
            return account.zone();
        }

        @Override
        public @Nullable StateCode state() {
            return account.state();
        }

        @Override
        public String audience() {
            return PREFIX + account.id();
        }
    }
}
