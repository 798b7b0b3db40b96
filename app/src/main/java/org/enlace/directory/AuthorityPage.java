package org.enlace.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.states.Source;
import org.enlace.states.State;
import org.enlace.treaties.Instrument;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** One authority, what it is designated for, and how far that can be trusted. */
record AuthorityPage(
        Authority authority,
        State state,
        List<Designation> designations,
        Keeping keeping,
        Moment moment,
        Map<String, Instrument> instruments,
        Map<String, Source> sources,
        List<EntryBlock> blocks)
        implements Page {

    List<Designation> recorded() {
        return designations.stream()
                .filter(designation -> designation.isRecordedOn(moment.on()))
                .toList();
    }

    /** Recorded for other days than the one asked about. */
    long elsewhen() {
        return designations.stream()
                .filter(designation -> !designation.isRecordedOn(moment.on()))
                .count();
    }

    String instrument(Designation designation, Words words) {
        return Optional.ofNullable(instruments.get(designation.instrument()))
                .map(instrument -> instrument.shortName(words.language()))
                .orElse(designation.instrument());
    }

    /** What a report is about: the designation by name, or the whole entry. */
    String reported(Report report, Words words) {
        return report.entry().equals(authority.id())
                ? words.say("report.entry.whole")
                : designations.stream()
                        .filter(DesignationKey.parse(report.entry())::isOf)
                        .findFirst()
                        .map(one -> words.say(
                                "designation.line",
                                instrument(one, words),
                                words.say("function." + one.function().name())))
                        .orElse(report.entry());
    }

    Optional<Source> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    String trust(Words words) {
        return EntryWords.trust(authority, designations, words.language());
    }

    String address(EntryBlock block) {
        return "/authorities/" + authority.id() + '/' + block.path();
    }

    static String blockTitle(EntryBlock block, Words words) {
        return Words.of(block.room(), words.language()).say(block.key());
    }

    @Override
    public String title(Words words) {
        return authority.originalName();
    }

    @Override
    public LocalDate asOf() {
        return moment.on();
    }

    /** The day asked about, and now. */
    record Moment(LocalDate on, Instant now) {}
}
