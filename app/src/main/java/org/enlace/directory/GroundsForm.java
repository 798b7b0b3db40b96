package org.enlace.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.changes.Change;
import org.enlace.ui.Option;
import org.enlace.ui.Words;
import org.springframework.validation.Errors;

/** What a change to an entry rests on, as people type it. A coordinator's own word needs no choice of a way. */
record GroundsForm(
        String way,

        @NotBlank(message = "grounds.source.missing") @Size(max = 300, message = "field.long")
        String source,

        @Size(max = 300, message = "field.long") String address,
        @Size(max = 500, message = "field.long") String note) {

    private static final List<Change.Way> WAYS = List.of(Change.Way.NOTE_VERBALE, Change.Way.PUBLIC_SOURCE);

    GroundsForm {
        way = Typed.text(way);
        source = Typed.text(source);
        address = Typed.text(address);
        note = Typed.text(note);
    }

    static GroundsForm empty() {
        return new GroundsForm("", "", "", "");
    }

    static boolean choosesWay(Viewer viewer) {
        return viewer.is(Role.SECRETARIAT);
    }

    static List<Option> ways(Words words) {
        var said = Words.of(Change.class, words.language());
        return WAYS.stream()
                .map(way -> Option.of(way.name(), said.say("way." + way.name())))
                .toList();
    }

    void check(Viewer viewer, Errors problems) {
        if (choosesWay(viewer) && WAYS.stream().noneMatch(one -> one.name().equals(way))) {
            problems.rejectValue("way", "way", "grounds.way.missing");
        }
    }

    Change.Grounds read(Viewer viewer) {
        return new Change.Grounds(
                choosesWay(viewer) ? Change.Way.valueOf(way) : Change.Way.ONLINE, source, address, note);
    }
}
