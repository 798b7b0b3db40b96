package org.enlace.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** No text that comes in with a form or an address holds a NUL, as {@link TextsFromOutside none} that comes in as JSON does. */
@Component
class TextsFromForms implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach((name, values) -> {
            if (hasNul(name) || Arrays.stream(values).anyMatch(TextsFromForms::hasNul)) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        });
        return true;
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
