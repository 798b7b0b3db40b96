package org.enlace.states;

/**
 * A block on a state's page, contributed by a room as a bean and served by it at {@code /states/{iso3}/<path>?on=…}: bare when htmx asks, a whole page otherwise.
 *
 * @param room the package's last name, whose words hold {@code key}
 * @param order small numbers first
 */
public record StateBlock(String room, String key, String path, int order) {}
