package org.enlace.treaties;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** When an instrument enters into force for a state that deposits its binding act, once the instrument itself is in force. */
public enum ForceRule {
    /** Convention on Cybercrime, Articles 36(4) and 37(2): the first day of the month after three months. */
    FIRST_OF_MONTH_AFTER_3_MONTHS {
        @Override
        LocalDate after(LocalDate deposit) {
            return deposit.plusMonths(3).with(TemporalAdjusters.firstDayOfNextMonth());
        }
    },
    /** Palermo Convention, Article 38(2); Nassau Convention, Article 37: the thirtieth day. */
    DAYS_30 {
        @Override
        LocalDate after(LocalDate deposit) {
            return deposit.plusDays(30);
        }
    },
    MONTH_1 {
        @Override
        LocalDate after(LocalDate deposit) {
            return deposit.plusMonths(1);
        }
    };

    abstract LocalDate after(LocalDate deposit);
}
