package org.enlace.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.enlace.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets a case system in by the token in the header {@code Authorization}, and puts its {@link org.enlace.Viewer} where everybody looks for it: from there on it sees
 * and may do what any officer of its authority does, no more. A cookie counts for nothing here, so that no page of somebody else's can make a browser act (which is
 * why these doors need no form key); a token counts nowhere else.
 */
class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final String EXPIRES = "Enlace-Token-Expires";

    private final ProgramTokens tokens;
    private final Doorkeeper doorkeeper;
    private final HandlerExceptionResolver errors;

    TokenFilter(ProgramTokens tokens, Doorkeeper doorkeeper, HandlerExceptionResolver errors) {
        this.tokens = tokens;
        this.doorkeeper = doorkeeper;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            admit(request, response);
        } catch (Refused refused) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, SCHEME.strip());
            errors.resolveException(request, response, null, refused);
            return;
        }
        chain.doFilter(request, response);
    }

    private void admit(HttpServletRequest request, HttpServletResponse response) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            throw AccessRefusal.TOKEN_NEEDED.refused();
        }
        var found = read(header).flatMap(tokens::find);
        if (found.isEmpty()) {
            doorkeeper.wrongToken(request, response);
            throw AccessRefusal.TOKEN_REFUSED.refused();
        }
        var live = found.get();
        doorkeeper.program(live.token(), response);
        if (!live.acts()
                && !HttpMethod.GET.matches(request.getMethod())
                && !HttpMethod.HEAD.matches(request.getMethod())) {
            throw AccessRefusal.TOKEN_ONLY_READS.refused();
        }
        tokens.use(live, request.getRemoteAddr());
        response.setHeader(EXPIRES, live.expiresAt().toString());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                live.account().viewer(), null, AuthorityUtils.createAuthorityList("ROLE_OFFICER")));
        SecurityContextHolder.setContext(context);
    }

    private static Optional<Token> read(String header) {
        var start = SCHEME + ProgramTokens.PREFIX;
        return header.startsWith(start) ? Token.parse(header.substring(start.length())) : Optional.empty();
    }
}
