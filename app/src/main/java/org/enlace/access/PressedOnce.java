package org.enlace.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form counts once. Each page that is shown gives its forms a key of its own; the same form pressed again as it was (a second click, a reload, a line that was cut
 * before the answer came) leads to where the first press led, and nothing is done twice. What was changed before it was pressed again is another form.
 */
@Component
class PressedOnce extends OncePerRequestFilter {

    private static final String KEY = "_csrf";

    /** Drawn for each form that is shown, and unlike {@link #KEY} the same after its reader has signed in again in another tab. */
    private static final String PRESS = "_press";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final PressedForms pressed;
    private final SignInFirst problems;

    PressedOnce(PressedForms pressed, SignInFirst problems) {
        this.pressed = pressed;
        this.problems = problems;
    }

    /** Whoever is not signed in changes nothing but their own session, whose cookie must come with the answer that the browser waits for. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !HttpMethod.POST.matches(request.getMethod())
                || SessionFilter.of(request) == null
                || type == null
                || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                || request.getParameter(KEY) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var press = digest(request);
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!pressed.isFirst(press)) {
            var led = pressed.whereItLed(press);
            if (led.isPresent()) {
                response.setStatus(HttpStatus.SEE_OTHER.value());
                response.setHeader(HttpHeaders.LOCATION, led.get());
                return;
            }
            if (System.nanoTime() > until || !waited()) {
                problems.errors().resolveException(request, response, null, AccessRefusal.STILL_AT_WORK.refused());
                return;
            }
        }
        press(press, request, response, chain);
    }

    private void press(byte[] press, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String led = null;
        try {
            chain.doFilter(request, response);
            led = response.getStatus() == HttpStatus.SEE_OTHER.value()
                    ? response.getHeader(HttpHeaders.LOCATION)
                    : null;
        } finally {
            if (led == null) {
                pressed.forget(press);
            } else {
                pressed.led(press, led);
            }
        }
    }

    private static boolean waited() {
        try {
            Thread.sleep(LOOK);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Each part with its length, so that no two forms can run into one another. One key or the other makes it different for every page; the person, not the session, is whose it is. */
    private static byte[] digest(HttpServletRequest request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(digest, SessionFilter.of(request).account().toString());
            add(digest, request.getRequestURI());
            var typed = new TreeMap<>(request.getParameterMap());
            if (typed.containsKey(PRESS)) {
                typed.remove(KEY);
            }
            typed.forEach((name, values) -> {
                add(digest, name);
                add(digest, String.valueOf(values.length));
                for (var value : values) {
                    add(digest, value);
                }
            });
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(String.valueOf(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
    }
}
