package org.enlace.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.enlace.Doors;
import org.enlace.ui.ViewerResolver;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Before the doors that lead to content, or act for an authority, stands the half-yearly confirmation: for persons and case systems alike. */
@Component
class ConfirmedOnly implements HandlerInterceptor {

    private static final List<PathPattern> CONTENT =
            Doors.CONTENT.stream().map(PathPatternParser.defaultInstance::parse).toList();
    private static final List<PathPattern> ACTS =
            Doors.ACTS.stream().map(PathPatternParser.defaultInstance::parse).toList();

    private final Confirmations confirmations;

    ConfirmedOnly(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (isGuarded(request)) {
            var account = ViewerResolver.viewer(request).account();
            if (account != null && !confirmations.hold(account)) {
                throw AccessRefusal.UNCONFIRMED.refused();
            }
        }
        return true;
    }

    private static boolean isGuarded(HttpServletRequest request) {
        var address = request.getRequestURI();
        var path = PathContainer.parsePath(
                address.startsWith(Doors.SYSTEMS + '/') ? address.substring(Doors.SYSTEMS.length()) : address);
        return matches(CONTENT, path) || (!HttpMethod.GET.matches(request.getMethod()) && matches(ACTS, path));
    }

    private static boolean matches(List<PathPattern> patterns, PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    @Configuration
    static class Setup implements WebMvcConfigurer {

        private final ConfirmedOnly confirmed;

        Setup(ConfirmedOnly confirmed) {
            this.confirmed = confirmed;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(confirmed);
        }
    }
}
