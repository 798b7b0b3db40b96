package org.enlace.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.enlace.ui.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie that carries a session's token: not for scripts, never sent along from another site, and under TLS bound to this very host by its name. It has no date:
 * how long a session lives is for the server to say.
 */
@Component
class SessionCookie {

    private final boolean secure;
    private final String name;

    SessionCookie(PublicAddress address) {
        this.secure = address.isSecure();
        this.name = secure ? "__Host-enlace" : "enlace";
    }

    Optional<Token> read(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .flatMap(cookie -> Token.parse(cookie.getValue()).stream())
                        .findFirst();
    }

    /** Whether there is such a cookie, whatever it is worth. */
    boolean isOn(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies).anyMatch(cookie -> cookie.getName().equals(name));
    }

    void give(Token token, HttpServletResponse response) {
        write(ResponseCookie.from(name, token.text()), response);
    }

    void take(HttpServletResponse response) {
        write(ResponseCookie.from(name, "").maxAge(Duration.ZERO), response);
    }

    private void write(ResponseCookie.ResponseCookieBuilder cookie, HttpServletResponse response) {
        var text = cookie.path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .build()
                .toString();
        response.addHeader(HttpHeaders.SET_COOKIE, text);
    }
}
