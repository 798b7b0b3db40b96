package org.enlace.resolver;

import java.util.List;
import org.enlace.treaties.Standings;
import org.enlace.treaties.Tiles;
import org.enlace.ui.Page;
import org.enlace.ui.Tile;
import org.enlace.ui.Words;

/**
 * The question, how the states stand to the instrument that answers it most often, and what the answers are drawn from.
 *
 * @param standings of the first of our instruments, today
 * @param blocks what other rooms show here
 */
record HomePage(
        Question question, Standings standings, int instruments, int authorities, int sources, List<HomeBlock> blocks)
        implements Page {

    String heading(HomeBlock block, Words words) {
        return Words.of(block.room(), words.language()).say(block.key());
    }

    @Override
    public String feed() {
        return "";
    }

    String instrument(Words words) {
        return standings.instrument().shortName(words.language());
    }

    List<Tile> tiles(Words words) {
        return Tiles.of(standings, question.states(), words.language());
    }

    @Override
    public String title(Words words) {
        return words.say("home.title");
    }
}
