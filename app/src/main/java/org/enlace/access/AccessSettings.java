package org.enlace.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * @param idle how long a session lives without being used
 * @param absolute how long a session lives at most
 * @param invitation how long an invitation can be used
 */
@ConfigurationProperties("enlace.access")
record AccessSettings(
        @DefaultValue("1h") Duration idle,
        @DefaultValue("12h") Duration absolute,
        @DefaultValue("10d") Duration invitation) {

    @Configuration
    @EnableConfigurationProperties(AccessSettings.class)
    static class Enabled {}
}
