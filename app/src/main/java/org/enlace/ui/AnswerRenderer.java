package org.enlace.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Finds the template that bears the returned record's name, in the record's own room, and renders it; pages inside the layout, parts bare. */
@Component
class AnswerRenderer implements HandlerMethodReturnValueHandler {

    private final AnswerWriter writer;

    AnswerRenderer(AnswerWriter writer) {
        this.writer = writer;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return Answer.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        var request = web.getNativeRequest(HttpServletRequest.class);
        var response = web.getNativeResponse(HttpServletResponse.class);
        if (request == null || response == null || !(value instanceof Answer answer)) {
            throw new IllegalStateException("a controller answered with nothing: " + type);
        }
        render(answer, request, response);
    }

    private void render(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (answer) {
            case Answer.Block(var part, var otherwise) ->
                render(fetchesBlock(request) ? part.get() : otherwise.get(), request, response);
            case Answer.SeeOther(var location) -> {
                response.setStatus(HttpStatus.SEE_OTHER.value());
                response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + location);
            }
            case Page page -> write(response, page.status(), writer.page(page, request));
            case Part part -> write(response, part.status(), writer.part(part, request));
        }
    }

    /** A boosted link goes to a page, though htmx follows it. */
    private static boolean fetchesBlock(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
    }

    private static void write(HttpServletResponse response, int status, String html) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.VARY, "Cookie, Accept-Language");
        var bytes = html.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
