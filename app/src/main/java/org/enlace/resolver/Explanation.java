package org.enlace.resolver;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.directory.EntryWords;
import org.enlace.directory.Function;
import org.enlace.resolver.Addressees.Addressee;
import org.enlace.states.State;
import org.enlace.states.Tongues;
import org.enlace.treaties.Declaration;
import org.enlace.ui.Words;

/** Advice in the reader's words: the same sentences on the page and for programs. */
record Explanation(Advice advice, Language language) {

    /** The answer in one sentence. */
    String verdict() {
        var best = advice.serving().isEmpty()
                ? ""
                : advice.serving().getFirst().instrument().shortName(language);
        return words().say(
                        "verdict." + advice.verdict().name(),
                        advice.from().name(language),
                        advice.to().name(language),
                        best,
                        words().date(advice.on()));
    }

    /** Why a channel serves or does not. */
    String reason(Channel channel) {
        return switch (channel.reason()) {
            case SERVES, OTHER_PURPOSE ->
                words().say("channel." + channel.rule().reason());
            case OTHER_OFFENCE -> words().say("reason.OTHER_OFFENCE");
            case NOT_BOUND, NOT_ESTABLISHED, INSTRUMENT_NOT_IN_FORCE, INSTRUMENT_NOT_KNOWN ->
                words().say(
                                "reason." + channel.reason().name(),
                                channel.missing().stream().map(this::name).collect(Collectors.joining(", ")));
        };
    }

    /** What applies to the request, topic by topic; a topic that always needs an answer says that it is not known. */
    List<Answered> applies(Channel channel) {
        return channel.rule().use() == ChannelRule.Use.TRANSMISSION
                ? List.of()
                : Arrays.stream(ChannelTerm.Topic.values())
                        .map(topic -> new Answered(topic, channel.termsOn(topic)))
                        .filter(answered ->
                                !answered.terms().isEmpty() || answered.topic().isAlwaysAnswered())
                        .toList();
    }

    String term(ChannelTerm term) {
        return words().say("term." + term.words());
    }

    /** "Nassau Convention, art. 28": the law that a term is. */
    String law(ChannelTerm term) {
        var name = Stream.concat(advice.serving().stream(), advice.notServing().stream())
                .map(Channel::instrument)
                .filter(instrument -> instrument.id().equals(term.law()))
                .map(instrument -> instrument.shortName(language))
                .findFirst()
                .orElse(term.law());
        return term.articles().isEmpty()
                ? name
                : words().say(
                                "term.law",
                                name,
                                words().say(
                                                "channel.articles",
                                                term.articles().size(),
                                                String.join(", ", term.articles())));
    }

    String notKnown() {
        return words().say("topic.not-known");
    }

    /** Services that can be spoken to without a request: who they are, or that our data hold none; nothing for other measures. */
    Optional<String> counterparts(String word) {
        var measure = advice.measure();
        return measure.counterparts().isEmpty()
                ? Optional.empty()
                : Optional.of(words().say(
                                "counterparts." + measure.name() + word,
                                advice.to().name(language)));
    }

    /** "Costa Rica notified: Spanish (4 Mar 2010)." */
    String notified(Declaration languages) {
        var date = languages.date();
        var state = name(languages.state());
        var tongues = Tongues.names(languages.languages(), language);
        return date == null
                ? words().say("languages.notified.undated", state, tongues)
                : words().say("languages.notified", state, tongues, date.in(words()));
    }

    /** "Reservation", "Objection". */
    String kind(Declaration declaration) {
        return Words.of(Declaration.class, language)
                .say("declaration." + declaration.kind().name());
    }

    /** The text in the reader's language, or in the one it has; empty where only the fact is known. */
    static String text(Declaration declaration, Language language) {
        var text = declaration.text();
        return text == null ? "" : text.in(language).text();
    }

    /** What the answer says on one topic; no terms means that it is not known. */
    record Answered(ChannelTerm.Topic topic, List<ChannelTerm> terms) {}

    /** What a reservation of the requested state means for the request, where we know. */
    Optional<String> consequence(Channel channel, Declaration declaration) {
        if (declaration.kind() != Declaration.Kind.RESERVATION
                || !declaration.state().equals(advice.to().code())) {
            return Optional.empty();
        }
        return declaration.articles().stream()
                .flatMap(article -> words().find("consequence." + channel.rule().instrument() + '.' + article).stream())
                .findFirst();
    }

    /** Where nobody is designated under the instrument that day, what is said instead. */
    List<String> gaps(Channel channel) {
        var addressees = channel.addressees();
        if (channel.rule().functions().isEmpty()) {
            return List.of();
        }
        if (addressees.designated().isEmpty()) {
            return Stream.concat(
                            Stream.of(words().say("addressees.none")),
                            addressees.recordedLater().stream()
                                    .map(date -> words().say("addressees.later", date.in(words()))))
                    .toList();
        }
        return Stream.of(
                        addressees.hasBestFunction(channel.rule())
                                ? null
                                : words().say(
                                                channel.rule().functions().getFirst() == Function.CONTACT_24_7
                                                        ? "addressees.no-24-7"
                                                        : "addressees.no-mla"),
                        addressees.sourcesDiffer() ? words().say("addressees.differ") : null)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What an authority is designated for under the instrument, best first. */
    String functions(Addressee addressee) {
        return addressee.functions().stream()
                .map(function -> EntryWords.function(function, language))
                .collect(Collectors.joining(", "));
    }

    /** How far an authority's entry can be trusted, and how old it is. */
    String trust(Addressee addressee) {
        return EntryWords.trust(addressee.authority(), addressee.designations(), language);
    }

    private String name(StateCode code) {
        return Stream.of(advice.from(), advice.to())
                .filter(state -> state.code().equals(code))
                .map((State state) -> state.name(language))
                .findFirst()
                .orElse(code.iso3());
    }

    private Words words() {
        return Words.of(Explanation.class, language);
    }
}
