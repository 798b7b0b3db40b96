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
 */
record HomePage(Question question, Standings standings, int instruments, int authorities, int sources) implements Page {

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
