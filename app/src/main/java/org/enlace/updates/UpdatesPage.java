package org.enlace.updates;

import java.util.List;
import org.enlace.Language;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * What changed lately, newest first.
 *
 * @param number of the page, from 1
 * @param more whether there is another
 * @param followed what the viewer follows, or null for the public
 */
record UpdatesPage(
        Topic topic,
        Updates updates,
        List<Update> found,
        int number,
        boolean more,
        @Nullable List<Topic> followed) implements Page {

    static String path(Topic topic) {
        return topic.query().isEmpty() ? "/updates" : "/updates?" + topic.query();
    }

    static String feed(Topic topic, Language language) {
        return "/updates/feed?" + (topic.query().isEmpty() ? "" : topic.query() + '&') + "lang=" + language.tag();
    }

    @Override
    public String title(Words words) {
        return words.say("updates.title");
    }

    @Override
    public String feed() {
        return topic.query();
    }

    String name(Topic one, Words words) {
        return updates.name(one, words.language());
    }

    String page(int other) {
        return "/updates?" + (topic.query().isEmpty() ? "" : topic.query() + '&') + "page=" + other;
    }

    List<Option> stateOptions(Language language) {
        return updates.states(language).stream()
                .map(state -> Option.of(state.code().iso3(), state.name(language)))
                .toList();
    }

    List<Option> instrumentOptions(Language language) {
        return updates.instruments().stream()
                .map(instrument -> Option.of(instrument.id(), instrument.shortName(language)))
                .toList();
    }

    boolean isSignedIn() {
        return followed != null;
    }

    boolean isFollowed() {
        return followed != null && followed.contains(topic);
    }

    List<Topic> allFollowed() {
        return followed == null ? List.of() : followed;
    }
}
