package org.enlace.ui;

/**
 * One state on the tile map, where island states are as large as the others. Draw it with {@code @template.ui.TileMap(…)}.
 *
 * @param state three letters, which also say where the tile lies
 * @param sentence how it stands, in words: what a screen reader reads and the pointer shows
 * @param href where the tile leads
 */
public record Tile(String state, String name, Standing standing, String sentence, String href) {

    /** How a tile looks; the legend's words are {@code tile.<NAME>}. */
    public enum Standing {
        BOUND,
        SIGNED,
        NONE,
        UNKNOWN;

        String css() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
