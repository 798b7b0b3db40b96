package org.enlace.figures;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of the requests sent in a period, exact and nameless but for the states. What of them is shown is for {@link Disclosure} to say.
 *
 * @param byForm by form name
 * @param missing in how many requests each field was asked for again
 * @param at when they were counted
 */
record Figures(
        Group all,
        Map<String, Group> byForm,
        Map<Course.Pair, Group> byPair,
        Map<Missing, Long> missing,
        Map<Course.Ground, Long> grounds,
        Map<Course.Ending, Long> endings,
        Instant at) {

    record Missing(String form, String item) {}

    static Figures of(List<Course> courses, Instant at) {
        return new Figures(
                Group.of(courses),
                groups(courses, Course::form),
                groups(courses, Course::pair),
                counts(courses, course -> course.missing().stream().map(item -> new Missing(course.form(), item))),
                counts(courses, course -> course.declined().stream().distinct()),
                counts(courses, course -> Stream.ofNullable(course.ending())),
                at);
    }

    private static <K> Map<K, Group> groups(List<Course> courses, Function<Course, K> key) {
        return courses.stream()
                .collect(Collectors.groupingBy(key, Collectors.collectingAndThen(Collectors.toList(), Group::of)));
    }

    private static <K> Map<K, Long> counts(List<Course> courses, Function<Course, Stream<K>> keys) {
        return courses.stream()
                .flatMap(keys)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
