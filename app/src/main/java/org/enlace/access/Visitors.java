package org.enlace.access;

import jakarta.servlet.http.HttpServletRequest;
import org.enlace.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells the public from everybody else, for answers that are the same for all of the public. */
@Component
public class Visitors {

    private final SessionCookie cookie;

    Visitors(SessionCookie cookie) {
        this.cookie = cookie;
    }

    /** Whether nobody is signed in and nothing in the request says that somebody might be: no session's cookie, valid or not, and no credentials. */
    public boolean isOne(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return !cookie.isOn(request)
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && !(authentication != null && authentication.getPrincipal() instanceof Viewer);
    }
}
