package org.enlace.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Turns what was thrown into what a person or a program reads. A refusal says its sentence; what may not be seen is absent, with the same body for all; a bug
 * gets an incident number, and its details go to the log only.
 */
@Order(Ordered.HIGHEST_PRECEDENCE) // before the framework's own answers, which are no pages
@ControllerAdvice
class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final AnswerWriter writer;

    Errors(AnswerWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<?> refused(Refused refused, HttpServletRequest request) {
        if (refused.isAbsence()) {
            return answer(request, 404, ProblemPage.absent(), "ABSENT", "problem.absent.lost");
        }
        var words = Words.of("ui", ViewerResolver.viewer(request).language());
        var sentence = words.say(refused);
        var status = refused.refusal().status();
        return wantsPage(request)
                ? html(status, new ProblemPage(status, "refused", sentence, null), request)
                : problem(status, refused.refusal().name(), sentence, refused.members());
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<?> anything(Exception thrown, HttpServletRequest request) throws Exception {
        if (thrown instanceof org.springframework.security.access.AccessDeniedException
                || thrown instanceof org.springframework.security.core.AuthenticationException) {
            throw thrown;
        }
        // Thrown while a body was read, and wrapped by whoever read it.
        if (thrown instanceof HttpMessageConversionException
                && NestedExceptionUtils.getMostSpecificCause(thrown) instanceof ErrorResponse response) {
            return client(response.getStatusCode(), request);
        }
        if (thrown instanceof TypeMismatchException || thrown instanceof HttpMessageConversionException) {
            return client(HttpStatusCode.valueOf(thrown instanceof TypeMismatchException ? 404 : 400), request);
        }
        if (thrown instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
            return client(response.getStatusCode(), request);
        }
        var incident = UUID.randomUUID().toString().substring(0, 8);
        // The pattern, not the address: an address may hold the token of an invitation.
        var door = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.error("incident {}: {} {}", incident, request.getMethod(), door, thrown);
        var status = isDatabaseAway(thrown) ? 503 : 500;
        return wantsPage(request)
                ? html(status, new ProblemPage(status, "fault", null, incident), request)
                : problem(status, "FAULT", sentence(request, "problem.incident", incident));
    }

    /** It will pass: programs try again on 503. */
    private static boolean isDatabaseAway(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLTransientException
                        || (cause instanceof SQLException sql
                                && String.valueOf(sql.getSQLState()).matches("08...|57P..")));
    }

    ResponseEntity<?> client(HttpStatusCode status, HttpServletRequest request) {
        return status.value() == 404 || status.value() == 405
                ? answer(request, status.value(), ProblemPage.absent(), "ABSENT", "problem.absent.lost")
                : answer(
                        request,
                        status.value(),
                        new ProblemPage(status.value(), "bad", null, null),
                        "BAD_REQUEST",
                        "problem.bad.lost");
    }

    private ResponseEntity<?> answer(HttpServletRequest request, int status, Page page, String code, String key) {
        return wantsPage(request) ? html(status, page, request) : problem(status, code, sentence(request, key));
    }

    private ResponseEntity<String> html(int status, Page page, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(writer.page(page, request));
    }

    private static String sentence(HttpServletRequest request, String key, Object... arguments) {
        return Words.of("ui", ViewerResolver.viewer(request).language()).say(key, arguments);
    }

    private static ResponseEntity<?> problem(int status, String code, String sentence) {
        return problem(status, code, sentence, Map.of());
    }

    private static ResponseEntity<?> problem(int status, String code, String sentence, Map<String, Object> members) {
        var detail = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), sentence);
        var all = new LinkedHashMap<String, Object>(members);
        all.put("code", code);
        detail.setProperties(all);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && !request.getRequestURI().startsWith("/api/");
    }
}
