package org.enlace.notices;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * @param from the sender of notices
 */
@ConfigurationProperties("enlace.notices")
record NoticeSettings(@DefaultValue("enlace@localhost") String from) {

    @Configuration
    @EnableConfigurationProperties(NoticeSettings.class)
    static class Enabled {}
}
