package org.enlace.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * What a request gets that needs somebody signed in: a page leads to the sign-in and back, a part of a page makes the whole page do so, a program is told. And what a
 * write gets that does not carry the form key.
 */
@Component
class SignInFirst implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver errors;

    SignInFirst(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        this.errors = errors;
    }

    /** What answers where no controller is reached. */
    HandlerExceptionResolver errors() {
        return errors;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem) {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", signIn(shown(request)));
        } else if (accepts(request) || request.getHeader("HX-History-Restore-Request") != null) {
            var back = request.getMethod().equals("GET") ? asked(request) : "/";
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, signIn(back));
        } else {
            errors.resolveException(request, response, null, AccessRefusal.SIGNED_OUT.refused());
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem) {
        errors.resolveException(request, response, null, AccessRefusal.FORM_KEY_OLD.refused());
    }

    private static String signIn(String back) {
        var next = OwnPath.of(back).text();
        return next.equals("/") ? "/sign-in" : "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    private static boolean accepts(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    private static String asked(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query;
    }

    /** The page that the reader sees, when htmx asks for a piece of it or for the next one. */
    private static String shown(HttpServletRequest request) {
        if (request.getMethod().equals("GET") && request.getHeader("HX-Boosted") != null) {
            return asked(request);
        }
        return path(request.getHeader("HX-Current-URL"));
    }

    private static String path(@Nullable String address) {
        try {
            var uri = address == null ? null : URI.create(address);
            if (uri == null || uri.getRawPath() == null) {
                return "/";
            }
            return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + '?' + uri.getRawQuery();
        } catch (IllegalArgumentException notAnAddress) {
            return "/";
        }
    }
}
