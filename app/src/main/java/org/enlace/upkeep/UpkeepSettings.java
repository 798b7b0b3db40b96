package org.enlace.upkeep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * @param ask how long after a question that was answered the next one follows; zero: nobody is asked unless somebody presses a button
 * @param again how long after a question that failed the next one follows
 * @param answer how long a link works; a question without an answer by then has failed
 * @param drill how long after a drill the next one can come, on a day that nobody knows; zero: only when the secretariat starts one
 * @param drillAnswer how long a drill lasts; no answer by then is a missed drill
 * @param round how often it is looked whom to ask
 */
@ConfigurationProperties("enlace.upkeep")
record UpkeepSettings(
        @DefaultValue("30d") Duration ask,
        @DefaultValue("7d") Duration again,
        @DefaultValue("14d") Duration answer,
        @DefaultValue("90d") Duration drill,
        @DefaultValue("24h") Duration drillAnswer,
        @DefaultValue("10m") Duration round) {

    static final UpkeepSettings USUAL = new UpkeepSettings(
            Duration.ofDays(30),
            Duration.ofDays(7),
            Duration.ofDays(14),
            Duration.ofDays(90),
            Duration.ofHours(24),
            Duration.ofMinutes(10));

    @Configuration
    @EnableConfigurationProperties(UpkeepSettings.class)
    static class Enabled {}
}
