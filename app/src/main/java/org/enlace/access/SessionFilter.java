package org.enlace.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Finds the session of the cookie and puts its {@link org.enlace.Viewer} where everybody looks for it. Asked anew with every request: what was ended is over. */
class SessionFilter extends OncePerRequestFilter {

    /** Sent with what a page asks for by itself. */
    static final String POLL = "X-Poll";

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final HandlerExceptionResolver errors;

    SessionFilter(Sessions sessions, SessionCookie cookie, HandlerExceptionResolver errors) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.errors = errors;
    }

    /** The session of a request, if somebody is signed in. */
    static Session of(HttpServletRequest request) {
        return (Session) request.getAttribute(Session.class.getName());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            cookie.read(request).flatMap(sessions::find).ifPresent(live -> admit(live, request));
        } catch (DataAccessException away) {
            // Whose session cannot be looked up has not been signed out.
            errors.resolveException(request, response, null, away);
            return;
        }
        chain.doFilter(request, response);
    }

    private void admit(Sessions.Live live, HttpServletRequest request) {
        // A page that looks by itself whether something is new must not keep a session alive for a person who has left.
        var used = !request.getRequestURI().equals(SessionController.ASK) && request.getHeader(POLL) == null;
        request.setAttribute(Session.class.getName(), used ? sessions.use(live.session()) : live.session());
        var viewer = live.account().viewer();
        var roles = viewer.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                viewer, null, AuthorityUtils.createAuthorityList(roles)));
        SecurityContextHolder.setContext(context);
    }
}
