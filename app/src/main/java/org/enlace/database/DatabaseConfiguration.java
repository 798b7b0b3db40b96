package org.enlace.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The beans are closed in the opposite order of their making: whoever uses the {@code DataSource} first, then the
 * connections, and the embedded server last of all.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean
    DataFolder dataFolder(Environment environment) {
        var folder = environment.getProperty("enlace.data");
        if (folder == null) throw new CannotStart("Say where the data is to be kept: --data DIR.");
        return DataFolder.at(Path.of(folder));
    }

    @Bean
    Database database(DatabaseSettings settings, DataFolder folder) {
        return Database.open(settings, folder, LoggerFactory.getLogger(Database.class)::info);
    }

    @Bean
    Disc disc(DatabaseSettings settings, DataFolder folder) {
        return new Disc(settings.url() == null ? folder.root() : null);
    }

    @Bean
    HikariDataSource dataSource(Database database, DatabaseSettings settings) {
        var application = database.application();
        var pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setJdbcUrl(application.jdbcUrl());
        pool.setUsername(application.user());
        pool.setPassword(application.password());
        pool.setDataSourceProperties(application.driverProperties());
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // A statement ends before its socket does, and a socket before a person gives up for good.
        pool.setConnectionInitSql("SET statement_timeout = '60s'");
        pool.addDataSourceProperty("socketTimeout", "90");
        pool.setMaximumPoolSize(settings.connections());
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(Duration.ofSeconds(15).toMillis());
        pool.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        pool.setMaxLifetime(Duration.ofMinutes(30).toMillis());
        return new HikariDataSource(pool);
    }
}
