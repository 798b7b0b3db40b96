package org.enlace.forms;

import java.time.DateTimeException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a profile must have to be sent and answered: whom it serves, the acts it admits, the clocks that run. */
final class ProfileCheck {

    /** Every kind of act that the exchange knows ({@code docs/protocols/exchange.md}). */
    static final Set<String> ACTS = Set.of(
            "send",
            "open",
            "take-in-charge",
            "accept",
            "postpone",
            "decline",
            "ask",
            "answer",
            "assign",
            "call",
            "transfer",
            "progress",
            "preserve",
            "execute",
            "result",
            "receive",
            "ask-use",
            "grant-use",
            "withdraw",
            "ask-destruction",
            "destroy",
            "let-lapse",
            "close",
            "share",
            "enquire",
            "add",
            "refuse-conditions",
            "uphold-conditions",
            "comment");

    /** Members of the signed act that a choice of the officer may fill. */
    private static final Set<String> CODED =
            Set.of("status", "requestedAuthority", "urgency", "tlp", "handling", "purpose", "onward", "court");

    private final Form profile;
    private final List<String> faults;

    private ProfileCheck(Form profile, List<String> faults) {
        this.profile = profile;
        this.faults = faults;
    }

    static void of(Form profile, List<String> faults) {
        var check = new ProfileCheck(profile, faults);
        check.serves();
        check.acts();
        profile.clocks().forEach(check::clock);
        check.coded();
    }

    private void serves() {
        require(!profile.serves().isEmpty(), "serves no instrument and not the case without a treaty");
        require(
                profile.serves().stream()
                                .map(Form.Serves::instrument)
                                .distinct()
                                .count()
                        == profile.serves().size(),
                "serves an instrument twice");
        profile.serves()
                .forEach(served -> require(
                        served.instrument() != null || served.article() == null,
                        "cites an article of no instrument: " + served.article()));
        require(profile.answers() != null, "names no definition of the messages of its acts");
    }

    private void acts() {
        require(!profile.acts().isEmpty(), "admits no act");
        require(new HashSet<>(profile.acts()).size() == profile.acts().size(), "admits an act twice");
        profile.acts().forEach(act -> known(act, "admits"));
        profile.discloses()
                .forEach(measure -> require(profile.asks(measure), "discloses by what it does not ask: " + measure));
    }

    private void clock(ClockRule clock) {
        require(
                profile.clocks().stream()
                                .filter(each -> each.id().equals(clock.id()))
                                .count()
                        == 1,
                "two clocks " + clock.id());
        known(clock.task(), clock.id() + " is about");
        known(clock.starts(), clock.id() + " starts with");
        require(!clock.stops().isEmpty(), clock.id() + " never stops");
        clock.stops().forEach(act -> known(act, clock.id() + " stops with"));
        require(
                clock.instrument() == null || profile.serves(clock.instrument()),
                clock.id() + " runs under an instrument that is not served");
        require(
                clock.rests().article() != null || clock.rests().mark() == Form.Mark.D,
                clock.id() + " rests on no article and does not say that it is our own");
        clock.under()
                .forEach(basis -> require(
                        basis.article() != null && basis.instrument() != null && profile.serves(basis.instrument()),
                        clock.id() + " has a duty of no article, or of an instrument that is not served"));
        require(
                clock.kind() == ClockRule.Kind.TARGET || (clock.under().isEmpty() && clock.model() == null),
                clock.id() + " is set by an article and has a model");
        try {
            clock.amount();
        } catch (DateTimeException e) {
            faults.add(clock.id() + " has no length: " + clock.length());
        }
    }

    private void coded() {
        var coded = profile.groups().stream()
                .flatMap(group -> within(group.fields()))
                .map(Form.Field::coded)
                .flatMap(Stream::ofNullable)
                .toList();
        coded.forEach(member -> require(CODED.contains(member), "no such coded choice as " + member));
        CODED.forEach(member ->
                require(coded.stream().filter(member::equals).count() == 1, "needs one field coded as " + member));
    }

    private static Stream<Form.Field> within(List<Form.Field> fields) {
        return fields.stream().flatMap(field -> Stream.concat(Stream.of(field), within(field.fields())));
    }

    private void known(String act, String who) {
        require(ACTS.contains(act), who + " no such act as " + act);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
