package org.enlace.figures;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Requests counted together.
 *
 * @param examined those that somebody has read closely
 * @param complete of these, those that were not asked back for something missing
 */
record Group(long requests, long examined, long complete, Map<Milestone, Spread> spreads) {

    static Group of(Collection<Course> courses) {
        var spreads = new EnumMap<Milestone, Spread>(Milestone.class);
        for (var milestone : Milestone.values()) {
            spreads.put(
                    milestone,
                    Spread.of(courses.stream()
                            .flatMap(course ->
                                    Optional.ofNullable(course.reached().get(milestone)).stream())));
        }
        return new Group(
                courses.size(),
                courses.stream().filter(Course::examined).count(),
                courses.stream()
                        .filter(course -> course.examined() && course.missing().isEmpty())
                        .count(),
                spreads);
    }

    Spread spread(Milestone milestone) {
        return java.util.Objects.requireNonNull(spreads.get(milestone));
    }
}
