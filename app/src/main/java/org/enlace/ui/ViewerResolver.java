package org.enlace.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controllers their {@link Viewer}: the one the room {@code access} put into the security context, or the public; reading in the language of the address
 * ({@code ?lang=}), else of the cookie, else of the browser.
 */
@Component
public class ViewerResolver implements HandlerMethodArgumentResolver {

    static final String COOKIE = "language";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("a viewer without a request");
        }
        return viewer(request);
    }

    /** Whoever looks, reading in the language chosen. */
    public static Viewer viewer(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var language = language(request);
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer
                ? viewer.reading(chosen(request).orElse(viewer.language()))
                : Viewer.anyone(language);
    }

    /** The language chosen by address or cookie, else the first of the browser's that we speak, else English. */
    public static Language language(HttpServletRequest request) {
        return chosen(request)
                .orElseGet(() -> Collections.list(request.getLocales()).stream()
                        .flatMap(locale -> Language.of(locale.getLanguage()).stream())
                        .findFirst()
                        .orElse(Language.EN));
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        return Stream.concat(Stream.ofNullable(request.getParameter("lang")), cookie(request))
                .flatMap(tag -> Language.of(tag).stream())
                .findFirst();
    }

    private static Stream<String> cookie(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Stream.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue);
    }
}
