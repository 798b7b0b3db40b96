package org.enlace.custody;

import org.enlace.ledger.LogSigner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CustodySettings.class)
class CustodySetup {
    /** Found before anything can be appended: a log without its key must not start. */
    @Bean
    LogSigner logSigner(Origin origin) {
        return origin.signer();
    }
}
