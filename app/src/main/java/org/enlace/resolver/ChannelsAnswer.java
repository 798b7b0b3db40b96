package org.enlace.resolver;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.directory.Authority;
import org.enlace.directory.Designation;
import org.enlace.directory.EntryWords;
import org.enlace.directory.Function;
import org.enlace.duty.DutyNow;
import org.enlace.resolver.Addressees.Addressee;
import org.enlace.states.FactDate;
import org.enlace.states.State;
import org.enlace.treaties.Bound;
import org.enlace.treaties.Declaration;
import org.enlace.treaties.Force;
import org.enlace.treaties.Instrument;
import org.enlace.treaties.Participation;
import org.enlace.treaties.Sentences;
import org.jspecify.annotations.Nullable;

/** What a program gets. Members are added, never renamed or taken away, within {@code /api/v1}. */
record ChannelsAnswer(
        int version,
        String language,
        LocalDate on,
        String measure,
        @Nullable String offence,
        boolean urgent,
        Party from,
        Party to,
        String verdict,
        String summary,
        List<Serving> channels,
        List<NotServing> notServing,
        List<Office> counterparts) {

    static ChannelsAnswer of(Explanation explanation, Moment moment) {
        var advice = explanation.advice();
        var language = explanation.language();
        var now = moment.now();
        return new ChannelsAnswer(
                1,
                language.tag(),
                advice.on(),
                advice.measure().code(),
                advice.need().about().map(Offence::code).orElse(null),
                advice.need().urgent(),
                Party.of(advice.from(), language, now),
                Party.of(advice.to(), language, now),
                code(advice.verdict()),
                explanation.verdict(),
                IntStream.range(0, advice.serving().size())
                        .mapToObj(
                                place -> Serving.of(place + 1, advice.serving().get(place), explanation, moment))
                        .toList(),
                advice.notServing().stream()
                        .map(channel -> NotServing.of(channel, explanation))
                        .toList(),
                advice.counterparts().stream()
                        .map(authority -> Office.of(authority, null, explanation, moment, null))
                        .toList());
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String text(@Nullable FactDate date) {
        return date == null ? null : date.toString();
    }

    /** Today where the asker is, now, and who is on duty at that moment. */
    record Moment(LocalDate today, Instant now, java.util.function.Function<Authority, DutyNow> duty) {}

    /**
     * Whether somebody of an authority is on duty now, as far as the public may know.
     *
     * @param languages BCP 47 tags of the languages of those on duty
     */
    record OnDuty(boolean now, List<String> languages) {
        static @Nullable OnDuty of(DutyNow duty) {
            return duty.isKept() ? new OnDuty(duty.isOn(), duty.languages()) : null;
        }
    }

    record Party(String code, String name, String zone, OffsetDateTime localTime) {
        static Party of(State state, Language language, Instant now) {
            return new Party(
                    state.code().iso3(), state.name(language), state.zone().getId(), local(now, state.zone()));
        }
    }

    record Treaty(String id, String name, String title, String reference, String page) {
        static Treaty of(Instrument instrument, LocalDate on, Language language) {
            return new Treaty(
                    instrument.id(),
                    instrument.shortName(language),
                    instrument.title().in(language).text(),
                    instrument.reference(),
                    "/treaties/" + instrument.id() + "?on=" + on);
        }
    }

    record Reason(String code, String text) {}

    /**
     * @param bound {@code yes}, {@code no} or {@code not-established}
     * @param date of the act or observation, cut where knowledge ends
     * @param inForceBy the day by which it certainly is in force for the state
     * @param inForceExact whether that is the day itself
     */
    record Position(
            String state,
            String bound,
            String position,
            @Nullable String act,
            @Nullable String date,
            @Nullable LocalDate inForceBy,
            boolean inForceExact,
            @Nullable String source,
            String text) {

        static Position of(Participation participation, Language language) {
            var act = participation.act();
            var force = participation.force();
            return new Position(
                    participation.state().iso3(),
                    code(participation.bound()),
                    code(participation.kind()),
                    act == null ? null : code(act.act()),
                    participation.date().map(FactDate::toString).orElse(null),
                    force == null || force.known() == Force.Known.RULE_NOT_KNOWN ? null : force.latest(),
                    force != null && force.known() == Force.Known.DAY,
                    participation.source().orElse(null),
                    Sentences.both(participation, language));
        }
    }

    record Declared(
            String state,
            String kind,
            List<String> articles,
            @Nullable String date,
            String summary,
            @Nullable String consequence,
            String source) {

        static Declared of(Declaration declaration, Channel channel, Explanation explanation) {
            return new Declared(
                    declaration.state().iso3(),
                    code(declaration.kind()),
                    declaration.articles(),
                    text(declaration.date()),
                    Explanation.text(declaration, explanation.language()),
                    explanation.consequence(channel, declaration).orElse(null),
                    declaration.source());
        }
    }

    record Evidence(
            String function,
            @Nullable String kind,
            @Nullable String since,
            @Nullable String seen,
            String article,
            String source,
            String note) {

        static Evidence of(Designation designation) {
            return new Evidence(
                    designation.function().code(),
                    Optional.ofNullable(designation.evidence())
                            .map(ChannelsAnswer::code)
                            .orElse(null),
                    text(designation.span().since()),
                    text(designation.seen()),
                    designation.article(),
                    designation.source(),
                    designation.note());
        }
    }

    /**
     * @param functions what it is designated for, best first; empty for institutions that are only likely
     * @param languages BCP 47 tags of the languages it takes requests in; empty when not recorded
     * @param open {@code always}, {@code open}, {@code closed}, or null when its hours are not recorded
     * @param onDuty null where no rota is kept or the answer is about another day than today
     * @param start where people begin a request to it, or null
     */
    record Office(
            String id,
            String name,
            String nameLanguage,
            String translation,
            String kind,
            boolean designated,
            List<String> functions,
            boolean sample,
            List<String> languages,
            String zone,
            OffsetDateTime localTime,
            @Nullable String open,
            @Nullable OnDuty onDuty,
            @Nullable String trust,
            List<Evidence> evidence,
            @Nullable String start,
            String page) {

        static Office of(Addressee addressee, Channel channel, Explanation explanation, Moment moment) {
            return of(
                    addressee.authority(),
                    addressee,
                    explanation,
                    moment,
                    Start.path(explanation.advice(), channel, addressee, moment.today())
                            .orElse(null));
        }

        static Office of(
                Authority authority,
                @Nullable Addressee addressee,
                Explanation explanation,
                Moment moment,
                @Nullable String start) {
            return new Office(
                    authority.id(),
                    authority.originalName(),
                    authority.originalLanguage(),
                    authority.name(explanation.language()),
                    code(authority.kind()),
                    addressee != null,
                    addressee == null
                            ? List.of()
                            : addressee.functions().stream().map(Function::code).toList(),
                    authority.isSample(),
                    addressee == null ? authority.reach().languages() : addressee.languages(),
                    authority.zone().getId(),
                    local(moment.now(), authority.zone()),
                    EntryWords.openness(authority, moment.now()),
                    onDuty(authority, explanation, moment),
                    addressee == null ? null : explanation.trust(addressee),
                    addressee == null
                            ? List.of()
                            : addressee.designations().stream()
                                    .map(Evidence::of)
                                    .toList(),
                    start,
                    "/authorities/" + authority.id());
        }

        /** Said only where the answer is about today. */
        private static @Nullable OnDuty onDuty(Authority authority, Explanation explanation, Moment moment) {
            return explanation.advice().on().equals(moment.today())
                    ? OnDuty.of(moment.duty().apply(authority))
                    : null;
        }
    }

    /**
     * @param value the answer in a word, or null; {@code not-known} where our data have none
     * @param days the length of a period, or null
     * @param law the instrument whose articles these are, or null where it is not known
     * @param languages BCP 47 tags of the languages that the requested state notified under that law; empty when none were
     * @param languagesSource the id of the source that says so, as {@code /sources} lists it, or null
     */
    record Term(
            String topic,
            @Nullable String value,
            @Nullable Integer days,
            @Nullable String law,
            List<String> articles,
            @Nullable String mark,
            String text,
            List<String> languages,
            @Nullable String languagesSource) {

        static List<Term> all(Channel channel, Explanation explanation) {
            return explanation.applies(channel).stream()
                    .flatMap(answered -> answered.terms().isEmpty()
                            ? Stream.of(notKnown(answered.topic(), explanation))
                            : answered.terms().stream().map(term -> of(term, channel, explanation)))
                    .toList();
        }

        private static Term of(ChannelTerm term, Channel channel, Explanation explanation) {
            var notified = channel.languagesUnder(term);
            return new Term(
                    code(term.topic()),
                    term.value().isEmpty() ? null : term.value(),
                    term.days(),
                    term.law(),
                    term.articles(),
                    code(term.mark()),
                    explanation.term(term),
                    notified.map(Declaration::languages).orElse(List.of()),
                    notified.map(Declaration::source).orElse(null));
        }

        private static Term notKnown(ChannelTerm.Topic topic, Explanation explanation) {
            return new Term(
                    code(topic), "not-known", null, null, List.of(), null, explanation.notKnown(), List.of(), null);
        }
    }

    record Serving(
            int rank,
            Treaty instrument,
            String use,
            List<String> articles,
            String mark,
            Reason reason,
            Position requesting,
            Position requested,
            List<Declared> declarations,
            List<Term> terms,
            List<String> notes,
            List<Office> authorities,
            List<Office> likelyNotDesignated) {

        static Serving of(int rank, Channel channel, Explanation explanation, Moment moment) {
            var language = explanation.language();
            return new Serving(
                    rank,
                    Treaty.of(channel.instrument(), explanation.advice().on(), language),
                    code(channel.rule().use()),
                    channel.rule().articles(),
                    code(channel.rule().mark()),
                    new Reason(code(channel.reason()), explanation.reason(channel)),
                    Position.of(channel.relation().one(), language),
                    Position.of(channel.relation().other(), language),
                    channel.declarations().stream()
                            .map(declaration -> Declared.of(declaration, channel, explanation))
                            .toList(),
                    Term.all(channel, explanation),
                    explanation.gaps(channel),
                    channel.addressees().designated().stream()
                            .map(addressee -> Office.of(addressee, channel, explanation, moment))
                            .toList(),
                    channel.addressees().likely().stream()
                            .map(authority -> Office.of(authority, null, explanation, moment, null))
                            .toList());
        }
    }

    record NotServing(
            Treaty instrument,
            String use,
            String mark,
            String bound,
            Reason reason,
            Position requesting,
            Position requested) {

        static NotServing of(Channel channel, Explanation explanation) {
            var language = explanation.language();
            Bound bound = channel.relation().bound();
            return new NotServing(
                    Treaty.of(channel.instrument(), explanation.advice().on(), language),
                    code(channel.rule().use()),
                    code(channel.rule().mark()),
                    code(bound),
                    new Reason(code(channel.reason()), explanation.reason(channel)),
                    Position.of(channel.relation().one(), language),
                    Position.of(channel.relation().other(), language));
        }
    }

    private static OffsetDateTime local(Instant now, ZoneId zone) {
        return now.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
    }
}
