package org.enlace.exchange;

import org.enlace.access.Account;
import org.enlace.access.LeftBehind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a leaver leaves behind in this room: requests that they took in charge or that were assigned to their function, and that are not over. */
@Configuration
class Unfinished {

    @Bean
    LeftBehind requestsInCharge(JdbcClient jdbc) {
        return new LeftBehind("exchange", "left.requests", "/desk", person -> inCharge(person, jdbc));
    }

    private static int inCharge(Account person, JdbcClient jdbc) {
        return jdbc.sql("""
                        select count(*) from exchange.standing s
                        where s.stage not in ('declined', 'withdrawn', 'lapsed', 'closed', 'received')
                          and (s.in_hand_of = :account or s.in_hand_of is null and s.in_hand_as = :function)
                          and s.requested_authority = :authority""")
                .param("account", person.id())
                .param("function", person.function())
                .param("authority", person.authority())
                .query(Integer.class)
                .single();
    }
}
