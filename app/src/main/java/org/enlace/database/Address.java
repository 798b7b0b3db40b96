package org.enlace.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Where a database is and who one is there. Never prints its password.
 *
 * @param options of the PostgreSQL JDBC driver, such as {@code sslmode}
 */
public record Address(String host, int port, String name, String user, String password, Map<String, String> options) {

    private static final String FORM = "postgresql://user:password@host:port/name";

    public Address {
        options = Map.copyOf(options);
    }

    /**
     * Reads the one setting an external database is given by.
     *
     * @throws CannotStart if it is not of the form {@code postgresql://user:password@host:port/name?option=value}
     */
    public static Address parse(String url) {
        try {
            var uri = new URI(url.strip());
            var path = uri.getPath();
            var who = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            if (!("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))
                    || uri.getHost() == null
                    || path == null
                    || path.length() < 2
                    || who.length != 2) {
                throw malformed();
            }
            var port = uri.getPort() < 0 ? 5432 : uri.getPort();
            return new Address(
                    uri.getHost(), port, path.substring(1), decode(who[0]), decode(who[1]), options(uri.getRawQuery()));
        } catch (URISyntaxException | IllegalArgumentException notAUrl) {
            throw malformed(); // without the cause, whose message would print the password
        }
    }

    public Address as(String otherUser, String otherPassword) {
        return new Address(host, port, name, otherUser, otherPassword, options);
    }

    public Address named(String otherName) {
        return new Address(host, port, otherName, user, password, options);
    }

    /** The same in the form of {@link #parse}: holds the password, so for child processes and tests only. */
    public String url() {
        var query = new TreeMap<>(options)
                .entrySet().stream()
                        .map(option -> encode(option.getKey()) + "=" + encode(option.getValue()))
                        .collect(Collectors.joining("&"));
        return "postgresql://" + encode(user) + ":" + encode(password) + "@" + host + ":" + port + "/" + encode(name)
                + (query.isEmpty() ? "" : "?" + query);
    }

    /** For JDBC, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + encode(name);
    }

    /** Options of the driver, without user and password. */
    public Properties driverProperties() {
        var properties = new Properties();
        properties.put("ApplicationName", "enlace");
        properties.put("connectTimeout", "10");
        properties.put("tcpKeepAlive", "true");
        properties.putAll(options);
        return properties;
    }

    /** A connection of one's own, outside any pool. */
    public Connection connect() throws SQLException {
        var properties = driverProperties();
        properties.put("user", user);
        properties.put("password", password);
        var connection = new Driver().connect(jdbcUrl(), properties);
        if (connection == null) throw new SQLException("The driver does not know " + jdbcUrl());
        return connection;
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + name;
    }

    private static Map<String, String> options(@Nullable String query) {
        if (query == null || query.isEmpty()) return Map.of();
        return Arrays.stream(query.split("&"))
                .map(option -> option.split("=", 2))
                .collect(Collectors.toMap(
                        option -> decode(option[0]), option -> option.length == 2 ? decode(option[1]) : ""));
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encode(String plain) {
        return URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static CannotStart malformed() {
        return new CannotStart(
                "The database address (ENLACE_DATABASE_URL or --database) must have the form " + FORM
                        + ". Special characters in the user name or password are written with percent signs, such as %40 for @.");
    }
}
