package org.enlace.notices;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * @param from the sender of notices
 * @param returns where mail servers report what they could not deliver, as the sender on the envelope; a {@code *} in it becomes the notice's id
 *     ({@code returns+*@enlace.example}). Empty: the sender of notices
 * @param pauses how long a notice waits after each time that the mail server could not take it; after the last, it is given up
 * @param lease how long a notice is left to the process that took it; longer than a mail server may take for one
 */
@ConfigurationProperties("enlace.notices")
record NoticeSettings(
        @DefaultValue("enlace@localhost") String from,
        @DefaultValue("") String returns,

        @DefaultValue({"1m", "5m", "30m", "2h", "8h", "24h"})
        List<Duration> pauses,

        @DefaultValue("2m") Duration lease) {

    /** The sender on the envelope of one notice. */
    String envelope(UUID notice) {
        return returns.isEmpty() ? from : returns.replace("*", notice.toString());
    }

    @Configuration
    @EnableConfigurationProperties(NoticeSettings.class)
    static class Enabled {}
}
