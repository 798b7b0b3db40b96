package org.enlace.ui;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.enlace.Viewer;

/**
 * A line of the menu, contributed by a room as a bean.
 *
 * @param room the package's last name, whose words hold {@code key}
 * @param order small numbers first
 * @param seenBy who sees it
 * @param waiting how many things wait there for whoever looks; asked for with every page, so it must be cheap
 */
public record MenuEntry(
        String room, String key, String path, int order, Predicate<Viewer> seenBy, ToIntFunction<Viewer> waiting) {

    public MenuEntry(String room, String key, String path, int order, Predicate<Viewer> seenBy) {
        this(room, key, path, order, seenBy, viewer -> 0);
    }

    public static MenuEntry forAll(String room, String path, int order) {
        return new MenuEntry(room, "menu", path, order, viewer -> true);
    }
}
