package org.enlace.systems;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * The case systems that one answers for.
 *
 * @param connects whether the viewer may connect one and make tokens: an officer who holds the authority's key
 * @param typed what was typed and does not do, or null
 */
record SystemsPage(
        List<CaseSystem> systems,
        boolean connects,
        @Nullable ConnectForm typed,
        Problems problems,
        Instant now,
        ZoneId zone)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say("systems.title");
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }

    @Override
    public boolean needsKey() {
        return connects;
    }
}
