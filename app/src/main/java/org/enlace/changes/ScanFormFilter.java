package org.enlace.changes;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Before the guard of the forms, so that it finds the form's key where it looks for it. Nothing else in the house is sent in this way. */
@Component
@Order(-200)
class ScanFormFilter extends OncePerRequestFilter {

    private static final PathPattern DOOR = PathPatternParser.defaultInstance.parse(ScanFormController.PATH);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !request.getMethod().equals(HttpMethod.POST.name())
                || type == null
                || !type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                || !DOOR.matches(PathContainer.parsePath(request.getRequestURI()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(ScanForm.read(request), response);
    }
}
