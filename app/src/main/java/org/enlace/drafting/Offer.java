package org.enlace.drafting;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.directory.Authority;
import org.enlace.directory.EntryWords;
import org.enlace.forms.Form;
import org.enlace.resolver.Addressees.Addressee;
import org.enlace.resolver.Channel;
import org.enlace.treaties.Instrument;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to whom a request can be written today, and with which form.
 *
 * @param instrument null where it goes without a treaty
 * @param addressee as designated under it, or null
 * @param receives whether anything can be sealed to it here: it has a key, and somebody stands in for a lost one
 */
record Offer(
        Form form,
        @Nullable Instrument instrument,
        Authority authority,
        @Nullable Addressee addressee,
        boolean receives) {

    static Stream<Offer> of(Form form, Channel channel, Predicate<Authority> receives) {
        return channel.addressees().designated().stream()
                .map(addressee -> new Offer(
                        form,
                        channel.instrument(),
                        addressee.authority(),
                        addressee,
                        receives.test(addressee.authority())));
    }

    boolean isSample() {
        return addressee == null ? authority.isSample() : addressee.isSample();
    }

    boolean isUnder(String wanted) {
        return instrument == null ? wanted.isEmpty() : instrument.id().equals(wanted);
    }

    /** Under what, and what it is designated for, in the directory's own words. */
    String ground(Words words) {
        if (instrument == null) {
            return words.say("new.without-treaty");
        }
        var name = instrument.shortName(words.language());
        return addressee == null ? name : name + " · " + EntryWords.function(addressee.function(), words.language());
    }

    /** Empty when no source says. */
    String languages(Language language) {
        var tags = addressee == null ? authority.reach().languages() : addressee.languages();
        return String.join(
                ", ",
                tags.stream()
                        .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(language.locale()))
                        .toList());
    }
}
