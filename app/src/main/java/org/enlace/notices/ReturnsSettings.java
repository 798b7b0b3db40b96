package org.enlace.notices;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * The mailbox to which mail servers report what they could not deliver, read by IMAP.
 *
 * @param host empty: there is none, and only what is refused while sending counts
 * @param encrypted whether to use TLS from the first byte; without it only on the own computer
 */
@ConfigurationProperties("enlace.notices.returns-mailbox")
record ReturnsSettings(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean encrypted,
        @DefaultValue("INBOX") String folder) {

    /** Never the password: it would end in a log. */
    @Override
    public String toString() {
        return user + '@' + host + ':' + port + '/' + folder;
    }

    @Configuration
    @EnableConfigurationProperties(ReturnsSettings.class)
    static class Enabled {}
}
