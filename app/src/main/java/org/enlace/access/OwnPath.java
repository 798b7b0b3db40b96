package org.enlace.access;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where to go after signing in: a path of this installation. Threat: a link to our sign-in page that leads, after a real sign-in, to somebody else's copy of it. So
 * whatever is not plainly a path of ours is the first page.
 *
 * @param text begins with one slash; with its query, without fragment
 */
public record OwnPath(String text) {

    private static final OwnPath FIRST_PAGE = new OwnPath("/");

    public static OwnPath of(@Nullable String asked) {
        return asked == null || !isOurs(asked) ? FIRST_PAGE : new OwnPath(asked);
    }

    private static boolean isOurs(String asked) {
        if (!asked.startsWith("/") || asked.startsWith("//") || asked.startsWith("/sign-")) {
            return false;
        }
        if (asked.chars().anyMatch(letter -> letter <= ' ' || letter == '\\' || letter == 0x7f)) {
            return false;
        }
        try {
            var uri = new URI(asked);
            return uri.getScheme() == null && uri.getRawAuthority() == null && uri.getRawFragment() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
