package org.enlace.replies;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.enlace.Doors;
import org.enlace.access.Visitors;
import org.enlace.ui.AnswerWriter;
import org.enlace.ui.ViewerResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers visitors from the shelf, and puts there what may lie there: pages, data and files of public facts, without a form key, for somebody who has no session
 * cookie at all. It stands inside the guards of the doors, so that every answer passes them.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class KeepingFilter extends OncePerRequestFilter {

    private static final Set<String> READING =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());
    /** Written to all day long, and never a public fact. */
    private static final Set<String> SEALED = Set.of("requests", "uploads", "drafts", "keys", "sign-in");

    private static final String VARY = "Accept-Language, Cookie, Accept, HX-Request, HX-Boosted";
    private static final int LONGEST = 300;
    private static final int MINUTE = 60;

    private final Shelf shelf;
    private final Visitors visitors;
    private final Clock clock;

    KeepingFilter(Shelf shelf, Visitors visitors, Clock clock) {
        this.shelf = shelf;
        this.visitors = visitors;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!READING.contains(request.getMethod())) {
            write(request, response, chain);
        } else if (mayBeKept(request)) {
            read(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whatever was written, the next visitor finds it. */
    private void write(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (!SEALED.contains(request.getRequestURI().split("/", 3)[1])) {
                shelf.somebodyWrote();
            }
        }
    }

    private boolean mayBeKept(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.GET.name())
                && Doors.leadsToFacts(request.getRequestURI())
                && visitors.isOne(request)
                && request.getRequestURI().length()
                                + query(request).length()
                                + accept(request).length()
                        < LONGEST;
    }

    private void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = key(request);
        var kept = shelf.find(key);
        if (kept.isPresent()) {
            send(kept.get(), request, response);
            return;
        }
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (isForEverybody(request, answer)) {
            var reply = Reply.of(answer);
            shelf.keep(key, reply);
            send(reply, request, response);
        } else {
            answer.copyBodyToResponse();
        }
    }

    private static boolean isForEverybody(HttpServletRequest request, ContentCachingResponseWrapper answer) {
        return answer.getStatus() == HttpStatus.OK.value()
                && !AnswerWriter.boreFormKey(request)
                && answer.getContentSize() <= Shelf.LARGEST
                && answer.getHeader(HttpHeaders.CACHE_CONTROL) == null
                && !request.isAsyncStarted();
    }

    private void send(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var left = MINUTE - clock.instant().getEpochSecond() % MINUTE;
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=" + left);
        response.setHeader(HttpHeaders.VARY, VARY);
        if (!new ServletWebRequest(request, response).checkNotModified(reply.etag())) {
            reply.write(response);
        }
    }

    private Reply.Key key(HttpServletRequest request) {
        return new Reply.Key(
                shelf.writes(),
                clock.instant().getEpochSecond() / MINUTE,
                request.getRequestURI(),
                query(request),
                ViewerResolver.language(request),
                request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null,
                accept(request));
    }

    private static String query(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getQueryString(), "");
    }

    private static String accept(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
    }
}
