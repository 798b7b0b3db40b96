package org.enlace.resolver;

/**
 * A block on the first page, contributed by a room as a bean and served by it bare.
 *
 * @param room the package's last name, whose words hold {@code key}
 * @param page where the heading leads, for whoever reads without JavaScript
 * @param part where the block is fetched
 * @param order small numbers first
 */
public record HomeBlock(String room, String key, String page, String part, int order) {}
