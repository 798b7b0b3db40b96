package org.enlace.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.enlace.ui.PublicAddress;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/**
 * The key that every write must carry, against forged requests: a cookie and, masked anew on each page, the same value in the form. It changes with every sign-in and
 * sign-out. Lax, not Strict: a page opened from a mail must find the key that the other tabs use, not make a new one under their feet.
 */
@Component
class FormKeys {

    private final CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
    private final CsrfTokenRequestHandler handler = new XorCsrfTokenRequestAttributeHandler();

    FormKeys(PublicAddress address) {
        var secure = address.isSecure();
        repository.setCookieName(secure ? "__Host-enlace-form" : "enlace-form");
        repository.setCookiePath("/");
        repository.setHeaderName("Enlace-Form-Key");
        repository.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(secure).sameSite("Lax"));
    }

    CookieCsrfTokenRepository repository() {
        return repository;
    }

    CsrfTokenRequestHandler handler() {
        return handler;
    }

    /** The key of this request, masked. */
    Key of(HttpServletRequest request) {
        if (!(request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token)) {
            throw new IllegalStateException("the security filters did not run");
        }
        return new Key(token.getHeaderName(), token.getToken());
    }

    /** A new key, for this answer and all that follow. */
    Key renew(HttpServletRequest request, HttpServletResponse response) {
        var token = repository.generateToken(request);
        repository.saveToken(token, request, response);
        handler.handle(request, response, () -> token);
        return of(request);
    }

    /**
     * @param header the name of the header that carries it
     * @param token its value
     */
    record Key(String header, String token) {}
}
