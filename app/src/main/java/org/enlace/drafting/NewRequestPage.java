package org.enlace.drafting;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.directory.Authority;
import org.enlace.directory.EntryWords;
import org.enlace.exchange.Earlier;
import org.enlace.resolver.Addressees.Addressee;
import org.enlace.resolver.Channel;
import org.enlace.states.State;
import org.enlace.treaties.Instrument;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * Before the first question: who asks whom, under which instrument, anew or once more.
 *
 * @param draft the id of the draft to be made: pressing twice makes one
 * @param requesting the viewer's authority
 * @param to the state asked, or null while it is not chosen
 * @param offers whom one may address there today, best first; empty when nobody is designated
 * @param chosen the authority asked for in the address, if it is among the offers
 * @param earlier the request to be extended, or null for a new one
 */
record NewRequestPage(
        UUID draft,
        Authority requesting,
        List<State> states,
        @Nullable State to,
        List<Offer> offers,
        String chosen,
        @Nullable Earlier earlier)
        implements Page {

    @Override
    public String title(Words words) {
        return earlier == null ? words.say("new.title") : words.say("new.title.extension", earlier.reference());
    }

    @Override
    public boolean needsKey() {
        return true;
    }

    List<Option> stateOptions(Language language) {
        return states.stream()
                .map(state -> Option.of(state.code().iso3(), state.name(language)))
                .toList();
    }

    boolean isChosen(Offer offer) {
        return chosen.isEmpty()
                ? offers.getFirst().equals(offer)
                : offer.authority().id().equals(chosen);
    }

    /** Somebody designated for the measure under an instrument that we have a form for. */
    record Offer(Instrument instrument, Addressee addressee) {

        static List<Offer> of(Channel channel) {
            return channel.addressees().designated().stream()
                    .map(addressee -> new Offer(channel.instrument(), addressee))
                    .toList();
        }

        Authority authority() {
            return addressee.authority();
        }

        /** What it is designated for, in the directory's own words. */
        String function(Words words) {
            return EntryWords.function(addressee.function(), words.language());
        }

        /** Empty when no source says. */
        String languages(Language language) {
            return String.join(
                    ", ",
                    addressee.languages().stream()
                            .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(language.locale()))
                            .toList());
        }
    }
}
