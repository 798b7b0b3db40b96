package org.enlace.changes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.enlace.Language;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.ui.Option;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What a change rests on, as people type it: the last questions of a form that proposes one. A coordinator's own word needs no choice of a way. */
public record GroundsForm(
        String way,

        @NotBlank(message = "grounds.source.missing") @Size(max = 300, message = "grounds.long")
        String source,

        @Size(max = 300, message = "grounds.long") String address,
        @Size(max = 500, message = "grounds.long") String note) {

    private static final List<Change.Way> WAYS = List.of(Change.Way.NOTE_VERBALE, Change.Way.PUBLIC_SOURCE);

    public GroundsForm {
        way = text(way);
        source = text(source);
        address = text(address);
        note = text(note);
    }

    public static GroundsForm empty() {
        return new GroundsForm("", "", "", "");
    }

    public static boolean choosesWay(Viewer viewer) {
        return viewer.is(Role.SECRETARIAT);
    }

    public static List<Option> ways(Words words) {
        return WAYS.stream()
                .map(way -> Option.of(way.name(), words.say("way." + way.name())))
                .toList();
    }

    /** What is wrong with it, in the words of this room. */
    public static Problems problems(Errors problems, Language language) {
        return Problems.of(problems, Words.of(GroundsForm.class, language));
    }

    public void check(Viewer viewer, Errors problems) {
        if (choosesWay(viewer) && WAYS.stream().noneMatch(one -> one.name().equals(way))) {
            problems.rejectValue("way", "way", "grounds.way.missing");
        }
    }

    public Change.Grounds read(Viewer viewer) {
        return new Change.Grounds(
                choosesWay(viewer) ? Change.Way.valueOf(way) : Change.Way.ONLINE, source, address, note);
    }

    /** A field that was not sent is empty. */
    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
