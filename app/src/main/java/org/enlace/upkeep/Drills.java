package org.enlace.upkeep;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.springframework.stereotype.Component;

/** The drills whose times a viewer may see, by authority. The public sees none: what would help a caller would help an attacker choose the hour. */
@Component
class Drills {

    private final Points points;
    private final Questions questions;
    private final Authorities authorities;

    Drills(Points points, Questions questions, Authorities authorities) {
        this.points = points;
        this.questions = questions;
        this.authorities = authorities;
    }

    /** Each point with its drills, and each authority that was drilled while it was one; by state. */
    List<Drilled> of(Viewer viewer) {
        var drilled = questions.all(Question.Purpose.DRILL);
        var never = points.all().stream()
                .filter(point -> !drilled.containsKey(point.id()))
                .map(point -> new Drilled(point, List.of()));
        return java.util.stream.Stream.concat(never, drilled.entrySet().stream().flatMap(entry -> known(entry, viewer)))
                .filter(one -> OpenItems.seesDrillsOf(one.authority().state(), viewer))
                .sorted(Comparator.comparing((Drilled one) -> one.authority().state())
                        .thenComparing(one -> one.authority().id()))
                .toList();
    }

    private java.util.stream.Stream<Drilled> known(Map.Entry<String, History> entry, Viewer viewer) {
        return authorities.find(entry.getKey(), viewer).stream()
                .map(authority -> new Drilled(authority, entry.getValue().questions()));
    }

    /** @param drills newest first */
    record Drilled(Authority authority, List<Question> drills) {}
}
