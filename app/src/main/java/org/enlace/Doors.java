package org.enlace;

import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What is open without signing in. Everything that is not listed here is closed; a test holds the list against the routes that exist. */
public final class Doors {

    /** Patterns of addresses, as Spring matches them. Most say more than they hide: each is here because the public is meant to read it. */
    public static final List<String> OPEN = List.of(
            "/",
            "/assets/**",
            "/favicon.ico",
            "/robots.txt",
            "/sitemap.xml",
            "/health",
            "/help",
            "/browser",
            "/ask",
            "/states/**",
            "/treaties/**",
            "/directory/**",
            "/authorities/**",
            "/mandates/**",
            "/sources",
            "/search/**",
            "/updates/**",
            "/log/**",
            "/api/v1/channels",
            "/api/v1/treaties/**",
            "/api/v1/authorities/**",
            "/api/v1/authorities.csv",
            "/api/v1/designations",
            "/api/v1/designations.csv",
            "/api/v1/profiles",
            "/api/v1/search",
            "/api/v1/openapi/**",
            "/api/v1/openapi.yaml",
            "/session",
            "/sign-in/**",
            "/invitations/**",
            "/recovery/**",
            "/check/**",
            "/demo/**",
            "/forms/**");

    /**
     * Of these, what tells public facts: whoever is not signed in finds the same behind them. The pages carry no form key, and answers are kept for a moment (room
     * {@code replies}). A page with a form for visitors may stand here: it is seen to have a key and not kept. What changes without anybody writing here, such as the
     * public log, does not belong on this list.
     */
    public static final List<String> FACTS = List.of(
            "/",
            "/help",
            "/ask",
            "/states/**",
            "/treaties/**",
            "/directory/**",
            "/authorities/**",
            "/sources",
            "/updates",
            "/updates/feed",
            "/updates/latest",
            "/api/v1/channels",
            "/api/v1/treaties/**",
            "/api/v1/authorities/**",
            "/api/v1/authorities.csv",
            "/api/v1/designations",
            "/api/v1/designations.csv",
            "/api/v1/profiles",
            "/api/v1/openapi/**",
            "/api/v1/openapi.yaml");

    /**
     * Where programs hand things in, without a session: what they send proves by its own signature who speaks; or the address itself holds a secret that allows this
     * one thing, as where a mail program stops a mail (RFC 8058). No form key is asked for, because no browser's session could be misused for it.
     */
    public static final List<String> PROGRAMS = List.of("/log/cosignatures", "/updates/mail/{token}/stop");

    /** Below this stands what an authority's own case system reads and does. A token in the header opens it, a session does not: see {@code access.TokenFilter}. */
    public static final String SYSTEMS = "/api/v1/exchange";

    /** What was sealed, and what opens it: given only to those whose half-yearly confirmation holds. The same below {@link #SYSTEMS}. */
    public static final List<String> CONTENT =
            List.of("/documents/**", "/drafts/**", "/uploads/**", "/requests/{id}/key", "/keys/authority/**");

    /** Where something is done for an authority, by whatever but a GET: likewise. */
    public static final List<String> ACTS =
            List.of("/requests/**", "/retention/**", "/systems/**", "/colleagues/invitations");

    private static final List<PathPattern> FACT_PATTERNS =
            FACTS.stream().map(PathPatternParser.defaultInstance::parse).toList();

    private Doors() {}

    /** Whether behind this path stand public facts, the same for everybody who is not signed in. */
    public static boolean leadsToFacts(String path) {
        var parsed = PathContainer.parsePath(path);
        return FACT_PATTERNS.stream().anyMatch(pattern -> pattern.matches(parsed));
    }
}
