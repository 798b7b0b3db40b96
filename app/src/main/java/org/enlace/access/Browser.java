package org.enlace.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** A browser by what it says of itself: just enough for people to recognise their own. */
final class Browser {

    /** In the order of asking: many say that they are others too. */
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        NAMES.put("Edg/", "Edge");
        NAMES.put("Firefox/", "Firefox");
        NAMES.put("Chrome/", "Chrome");
        NAMES.put("Safari/", "Safari");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "macOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private Browser() {}

    /** "Firefox · Windows"; what is not known is left out, and when nothing is, a dash. */
    static String named(String userAgent) {
        var name = first(NAMES, userAgent);
        var system = first(SYSTEMS, userAgent);
        var named = name.isEmpty() || system.isEmpty() ? name + system : name + " · " + system;
        return named.isEmpty() ? "–" : named;
    }

    private static String first(Map<String, String> known, String userAgent) {
        return known.entrySet().stream()
                .filter(entry -> userAgent.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
