package org.enlace.ui;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people reach this installation: the setting {@code enlace.address} ({@code https://enlace.example}), else this computer under the port it really listens on.
 * Links in mails begin with it and passkeys are bound to its host.
 */
@Component
public class PublicAddress {

    private final Environment environment;

    public PublicAddress(Environment environment) {
        this.environment = environment;
    }

    /** The address without a slash at its end. */
    public URI uri() {
        var set = environment.getProperty("enlace.address", "");
        return URI.create(
                set.isBlank()
                        ? (environment.containsProperty("server.ssl.bundle") ? "https" : "http") + "://localhost:"
                                + port()
                        : set.replaceAll("/+$", ""));
    }

    /** A link that works from anywhere, to a path of this installation. */
    public String link(String path) {
        return uri() + path;
    }

    public boolean isSecure() {
        return "https".equals(uri().getScheme());
    }

    private String port() {
        return environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }
}
