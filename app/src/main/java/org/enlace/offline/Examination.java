package org.enlace.offline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.enlace.Multilingual;
import org.enlace.forms.Form;
import org.jspecify.annotations.Nullable;

/** What stands in the way of sealing: what is needed and not there, what cannot be right, what is advised and left out without a reason. */
final class Examination {

    private final Rules rules;
    private final Instant now;
    private final ZoneId zone;
    private final Map<String, String> reasons;
    private final List<Finding> findings = new ArrayList<>();

    private Examination(Rules rules, Instant now, ZoneId zone, Map<String, String> reasons) {
        this.rules = rules;
        this.now = now;
        this.zone = zone;
        this.reasons = reasons;
    }

    /** @param path of the field without numbers of items, as reasons for leaving out are given */
    record Finding(String path, Multilingual label, Multilingual says) {}

    /**
     * @param zone in which days are counted
     * @param reasons why something advised is left out, by path
     */
    static List<Finding> of(
            Rules rules,
            List<Form.Group> groups,
            Map<String, Object> values,
            Map<String, String> reasons,
            Instant now,
            ZoneId zone) {
        var examination = new Examination(rules, now, zone, reasons);
        for (var group : groups) {
            examination.fields(group.fields(), group.rules(), List.of(rules.withDerived(values)), "");
        }
        return examination.findings;
    }

    /** What is wrong with one value that is there, or nothing. */
    static Optional<Multilingual> wrong(Rules rules, Form.Field field, Object value, List<Map<String, Object>> scope) {
        var typed = Rules.text(value);
        var key = switch (field.type()) {
            case DATE -> When.day(typed).isPresent() ? null : "date";
            case MOMENT -> When.instant(value).isPresent() ? null : "moment";
            case PORT -> typed.matches("\\d{1,5}") && Integer.parseInt(typed) <= 65535 ? null : "port";
            case EMAIL -> typed.matches("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+") ? null : "email";
            case PHONE -> typed.matches("\\+[0-9][0-9 ()./-]{5,38}") ? null : "phone";
            case ZONE -> ZoneId.getAvailableZoneIds().contains(typed) ? null : "zone";
            case CHOICE, CHOICES -> isOffered(rules, field, value, scope) ? null : "choice";
            case TEXT, LONG -> {
                if (typed.length() > (field.max() == null ? Integer.MAX_VALUE : field.max())) {
                    yield "long";
                }
                yield rules.pattern(field, scope)
                        .filter(pattern ->
                                !Pattern.compile(pattern).matcher(typed).find())
                        .map(pattern -> "pattern")
                        .orElse(null);
            }
            case FILES -> rules.files(field).stream().allMatch(Examination::isDated) ? null : "version";
            case TICK, LIST, DERIVED -> null;
        };
        return Optional.ofNullable(key).map(rules.form().sentences()::get);
    }

    /** A law changes: its text is worth nothing without the day of it. */
    private static boolean isDated(SealAnswers.Attached file) {
        return !"provision".equals(file.kind())
                || When.day(file.version() == null ? "" : file.version()).isPresent();
    }

    private static boolean isOffered(Rules rules, Form.Field field, Object value, List<Map<String, Object>> scope) {
        var offered =
                rules.choices(field, scope).stream().map(Form.Choice::code).toList();
        return value instanceof List<?> several ? offered.containsAll(several) : offered.contains(Rules.text(value));
    }

    private void fields(
            List<Form.Field> fields, List<Form.Rule> together, List<Map<String, Object>> scope, String path) {
        for (var field : fields) {
            if (field.type() != Form.Type.DERIVED && rules.isAsked(field, scope)) {
                field(field, scope, path + field.id());
            }
        }
        together.forEach(rule -> rule(rule, fields, scope, path));
    }

    private void field(Form.Field field, List<Map<String, Object>> scope, String path) {
        var value = scope.getFirst().get(field.id());
        if (value == null || !Rules.isGiven(value)) {
            missing(
                    rules.need(field, scope),
                    field,
                    Optional.ofNullable(field.missing()).orElse(required(field)),
                    path);
            return;
        }
        wrong(rules, field, value, scope).ifPresent(says -> findings.add(new Finding(path, field.label(), says)));
        if (field.type() == Form.Type.LIST) {
            Rules.items(value)
                    .forEach(item -> fields(field.fields(), field.rules(), Rules.within(item, scope), path + "/"));
        }
    }

    private void rule(Form.Rule rule, List<Form.Field> fields, List<Map<String, Object>> scope, String path) {
        var concerned = rule.fields().stream()
                .flatMap(id -> fields.stream().filter(field -> field.id().equals(id)))
                .toList();
        var values = rule.fields().stream().map(id -> scope.getFirst().get(id)).toList();
        if (rule.kind().equals("oneOf")) {
            if (values.stream().noneMatch(Rules::isGiven)) {
                missing(
                        rule.need(),
                        concerned.getFirst(),
                        rule.says(),
                        path + rule.fields().getFirst());
            }
        } else if (!holds(rule, values)) {
            findings.add(new Finding(
                    path + rule.fields().getLast(), concerned.getLast().label(), rule.says()));
        }
    }

    /** A rule about what is not there, or wrong in itself, holds: that is said elsewhere. */
    private boolean holds(Form.Rule rule, List<? extends @Nullable Object> values) {
        var first = When.start(values.getFirst(), zone);
        var second = values.size() < 2 ? Optional.<Instant>empty() : When.start(values.get(1), zone);
        if (first.isEmpty()) {
            return true;
        }
        var isDay = values.getFirst() instanceof String;
        return switch (rule.kind()) {
            case "order" -> second.isEmpty() || !first.get().isAfter(second.get());
            case "days" ->
                second.isEmpty()
                        || !day(second.get())
                                .isBefore(day(first.get()).plusDays(rule.days() == null ? 0 : rule.days()));
            case "notPast" ->
                isDay ? !day(first.get()).isBefore(day(now)) : !first.get().isBefore(now);
            case "notFuture" ->
                isDay ? !day(first.get()).isAfter(day(now)) : !first.get().isAfter(now.plusSeconds(300));
            default -> true;
        };
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private void missing(Form.Need need, Form.Field field, Multilingual says, String path) {
        var excused =
                need == Form.Need.RECOMMENDED && !reasons.getOrDefault(path, "").isBlank();
        if (need != Form.Need.OPTIONAL && !excused) {
            findings.add(new Finding(path, field.label(), says));
        }
    }

    private Multilingual required(Form.Field field) {
        return Optional.ofNullable(rules.form().sentences().get("advised")).orElse(field.label());
    }
}
