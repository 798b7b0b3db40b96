package org.enlace.enrolment;

import java.util.List;
import org.enlace.directory.Authority;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * What a reset would make unreadable.
 *
 * @param holders officers who hold the authority's key
 * @param threshold of its recovery sheet, 0 where there is none
 * @param lines what only the key opens, each kind with its number, oldest and newest
 * @param begins whether the viewer is one of the two who begin anew
 */
record LossesPage(Authority authority, int holders, int threshold, int shares, List<String> lines, boolean begins)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say("losses.title");
    }

    boolean hasSheet() {
        return shares > 0;
    }
}
