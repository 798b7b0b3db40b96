package org.enlace.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url an external PostgreSQL, {@code postgresql://user:password@host:port/name}; without it, the embedded one.
 *     Also by the environment: {@code ENLACE_DATABASE_URL}
 * @param beside whether this process is a command beside a running server: then it uses that server's database
 * @param connections how many at most, each an act or a page in the making
 * @param clockTolerance how far apart the clocks of the application and of the database may be
 */
@ConfigurationProperties("enlace.database")
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("false") boolean beside,
        @DefaultValue("16") int connections,
        @DefaultValue("5s") Duration clockTolerance) {}
