package org.enlace.ui;

import java.util.function.Predicate;
import org.enlace.Viewer;

/**
 * A line of the menu, contributed by a room as a bean.
 *
 * @param room the package's last name, whose words hold {@code key}
 * @param order small numbers first
 * @param seenBy who sees it
 */
public record MenuEntry(String room, String key, String path, int order, Predicate<Viewer> seenBy) {

    public static MenuEntry forAll(String room, String path, int order) {
        return new MenuEntry(room, "menu", path, order, viewer -> true);
    }
}
