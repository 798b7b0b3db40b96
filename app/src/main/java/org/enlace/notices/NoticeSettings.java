package org.enlace.notices;

import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * @param from the sender of notices
 * @param returns where mail servers report what they could not deliver, as the sender on the envelope; a {@code *} in it becomes the notice's id
 *     ({@code returns+*@enlace.example}). Empty: the sender of notices
 */
@ConfigurationProperties("enlace.notices")
record NoticeSettings(
        @DefaultValue("enlace@localhost") String from,
        @DefaultValue("") String returns) {

    /** The sender on the envelope of one notice. */
    String envelope(UUID notice) {
        return returns.isEmpty() ? from : returns.replace("*", notice.toString());
    }

    @Configuration
    @EnableConfigurationProperties(NoticeSettings.class)
    static class Enabled {}
}
