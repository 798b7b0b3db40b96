package org.enlace;

import java.util.List;

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
            "/api/v1/search",
            "/api/v1/openapi/**",
            "/api/v1/openapi.yaml",
            "/session",
            "/sign-in/**",
            "/invitations/**",
            "/recovery/**",
            "/demo/**",
            "/forms/**");

    private Doors() {}
}
