package org.enlace.exchange;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this installation aims at beside the periods of the forms; shown as such, never as law.
 *
 * @param warnBefore how long before a guarantee ends the requesting side is warned
 */
@ConfigurationProperties("enlace.exchange")
public record Targets(@DefaultValue("14d") Duration warnBefore) {}
