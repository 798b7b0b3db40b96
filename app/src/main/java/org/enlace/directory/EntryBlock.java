package org.enlace.directory;

/**
 * A block on an authority's page, contributed by a room as a bean and served by it at {@code /authorities/{id}/<path>}: bare when htmx asks, a whole page
 * otherwise. It shows the present, whatever day the page is about.
 *
 * @param room the package's last name, whose words hold {@code key}
 * @param order small numbers first
 */
public record EntryBlock(String room, String key, String path, int order) {}
