package org.enlace.custody;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the log.
 *
 * @param origin the log's name for ever, best the address it is published at without {@code https://}, such as {@code enlace.example.org/log}; without it, one is
 *     made at the first start
 */
@ConfigurationProperties("enlace.custody")
record CustodySettings(@Nullable String origin) {}
