package org.enlace.exchange;

import java.util.Arrays;
import org.enlace.ledger.Decline;

/** The grounds of Article 29 of the Convention on Cybercrime: a closed list. The words are those of the form ({@code preservation-answer/1}); a test holds the two together. */
enum Ground {
    DUAL_CRIMINALITY_RESERVED("bud29.dual_criminality_reserved", false),
    POLITICAL("bud29.political", false),
    ESSENTIAL_INTERESTS("bud29.essential_interests", false),
    NOT_EFFECTIVE("bud29.not_effective", true),
    ENDANGERS_CASE("bud29.endangers_case", true);

    /** Only a state that reserved this may refuse for want of dual criminality. */
    static final String RESERVED_ARTICLE = "29(4)";

    private final String code;
    private final boolean notice;

    Ground(String code, boolean notice) {
        this.code = code;
        this.notice = notice;
    }

    String code() {
        return code;
    }

    /** Whether it only gives notice, after which the requesting state decides (29(6)); the others refuse (29(4), 29(5)). */
    boolean isNotice() {
        return notice;
    }

    static boolean needsReservation(Decline decline) {
        return decline.ground().equals(DUAL_CRIMINALITY_RESERVED.code);
    }

    static void require(Decline decline) {
        if (Arrays.stream(values())
                .noneMatch(ground -> ground.code.equals(decline.ground()) && ground.notice == decline.isNotice())) {
            throw ExchangeRefusal.UNKNOWN_GROUND.refused();
        }
    }
}
