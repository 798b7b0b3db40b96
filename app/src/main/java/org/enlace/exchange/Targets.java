package org.enlace.exchange;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By when a request should be taken in charge. The Convention has no number (Art. 25(3), 29 and 35 ask for speed); these are targets of the installation and
 * are shown as such, never as law.
 *
 * @param urgent from sending, for an urgent request
 * @param ordinary from sending, for any other
 * @param warnBefore how long before a guarantee ends the requesting side is warned
 */
@ConfigurationProperties("enlace.exchange")
record Targets(
        @DefaultValue("30m") Duration urgent,
        @DefaultValue("24h") Duration ordinary,
        @DefaultValue("14d") Duration warnBefore) {

    Duration inCharge(boolean isUrgent) {
        return isUrgent ? urgent : ordinary;
    }
}
