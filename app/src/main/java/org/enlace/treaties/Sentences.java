package org.enlace.treaties;

import org.enlace.Language;
import org.enlace.ui.Words;

/** What a participation is, said in the reader's language: for this room's pages and for every other that shows one. */
public final class Sentences {

    private Sentences() {}

    /** "Party by accession, September 2017." */
    public static String standing(Participation participation, Language language) {
        var words = words(language);
        var date = participation.date().map(known -> known.in(words)).orElse("");
        var act = participation.act();
        var standing = words.say(
                "participation." + participation.kind().name(),
                date,
                act == null ? "" : words.say("act." + act.act().name()));
        var provisional = participation.provisional();
        return provisional == null
                ? standing
                : standing
                        + ' '
                        + words.say(
                                "participation.PROVISIONAL", provisional.date().in(words));
    }

    /** "In force since 1 Jan 2018."; empty for a state that is not party. */
    public static String force(Participation participation, Language language) {
        var force = participation.force();
        if (force == null) {
            return "";
        }
        var words = words(language);
        var latest = force.latest();
        var begun = latest != null && !latest.isAfter(participation.on());
        return words.say(
                "force." + force.known().name() + (begun ? ".begun" : ""), latest == null ? "" : words.date(latest));
    }

    /** Both, as two sentences. */
    public static String both(Participation participation, Language language) {
        var force = force(participation, language);
        var standing = standing(participation, language);
        return force.isEmpty() ? standing : standing + ' ' + force;
    }

    private static Words words(Language language) {
        return Words.of(Sentences.class, language);
    }
}
