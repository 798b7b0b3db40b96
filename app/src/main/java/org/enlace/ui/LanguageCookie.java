package org.enlace.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.enlace.Language;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the language chosen with {@code ?lang=} for the pages that follow. It is the reader's own setting; nothing on the server changes. */
@Component
@Order(0)
class LanguageCookie extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = request.getMethod().equals("GET") ? request.getParameter("lang") : null;
        if (asked != null) {
            Language.of(asked).ifPresent(language -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(language)));
        }
        chain.doFilter(request, response);
    }

    private static String cookie(Language language) {
        return ResponseCookie.from(ViewerResolver.COOKIE, language.tag())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .httpOnly(true)
                .build()
                .toString();
    }
}
