package org.enlace.offline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.enlace.forms.Form;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Conditions;
import org.enlace.ledger.Json;
import org.enlace.ledger.Receive;
import org.enlace.ledger.RefuseConditions;
import org.enlace.ledger.Result;
import org.enlace.ledger.Send;
import org.enlace.ledger.Until;
import org.enlace.ledger.UpholdConditions;
import org.enlace.procedure.Kind;
import org.jspecify.annotations.Nullable;

/** What an act says openly, from the answers to its form: the members of {@code coded} in the order of {@code exchange.md}. The rest is sealed. */
final class Coding {

    /** What a form does not ask is given as a request usually is, as browsers do too. */
    private static final Map<String, String> USUAL =
            Map.of("tlp", "amber", "purpose", "proceedings", "onward", "ask", "court", "free");

    private Coding() {}

    /**
     * @param subject the result that is received, or whose conditions are refused or upheld; else null
     * @param accepted the conditions of that result
     * @param now from when what is promised within some hours counts
     */
    static Coded of(
            Kind kind,
            Form answers,
            Map<String, Object> values,
            String function,
            @Nullable UUID subject,
            Conditions accepted,
            Instant now) {
        var said = new Said(values);
        switch (kind) {
            case TAKE_IN_CHARGE -> said.put("function", function).next(now);
            case ACCEPT -> said.next(now);
            case POSTPONE -> said.take("ground").take("until");
            case DECLINE ->
                said.take("ground")
                        .put("kind", manner(answers, Rules.text(values.get("ground"))))
                        .put("extent", said.or("extent", "whole"));
            case ASK -> said.take("due").items();
            case ANSWER -> said.items();
            case PROGRESS -> said.take("reason").next(now);
            case PRESERVE -> said.moment("from").take("until").take("extent");
            case EXECUTE -> said.take("extent");
            case RESULT -> {
                return new Result(said.or("part", "final").equals("final"), conditions(flat(values)));
            }
            case RECEIVE -> {
                return new Receive(Objects.requireNonNull(subject), accepted);
            }
            case REFUSE_CONDITIONS -> {
                return new RefuseConditions(subject, said.or("reason", ""));
            }
            case UPHOLD_CONDITIONS -> {
                return new UpholdConditions(subject);
            }
            case CLOSE -> said.take("outcome");
            case CALL -> said.moment("at");
            case WITHDRAW, ENQUIRE, ADD, COMMENT -> {}
            default -> throw new IllegalArgumentException("not an act of the tool: " + kind);
        }
        return Coded.read(kind.code(), new Json.Members(said.members));
    }

    /** The first act of a request. */
    static Send sending(Form form, SealAnswers answers, String state, int generation, Map<String, String> coded) {
        return new Send(
                answers.measure(),
                answers.instrument(),
                state,
                answers.authority(),
                generation,
                "urgent".equals(coded.get("urgency")),
                Send.Status.NEW,
                null,
                form.form(),
                conditions(coded));
    }

    private static Map<String, String> flat(Map<String, Object> values) {
        var flat = new LinkedHashMap<String, String>();
        values.forEach((id, value) -> flat.put(id, Rules.text(value)));
        return flat;
    }

    private static Conditions conditions(Map<String, String> coded) {
        var stated = new LinkedHashMap<>(USUAL);
        coded.forEach((name, value) -> {
            if (!value.isEmpty()) {
                stated.put(name, value);
            }
        });
        var handling = stated.get("handling");
        return new Conditions(
                one(Conditions.Tlp.values(), stated.getOrDefault("tlp", "")),
                handling == null ? null : one(Conditions.Handling.values(), handling),
                one(Conditions.Purpose.values(), stated.getOrDefault("purpose", "")),
                one(Conditions.Leave.values(), stated.getOrDefault("onward", "")),
                one(Conditions.Leave.values(), stated.getOrDefault("court", "")));
    }

    private static <E extends Enum<E>> E one(E[] all, String code) {
        for (var each : all) {
            if (each.name()
                    .toLowerCase(java.util.Locale.ROOT)
                    .replace('_', '-')
                    .equals(code.toLowerCase(java.util.Locale.ROOT))) {
                return each;
            }
        }
        throw new Trouble("answers.condition", code);
    }

    /** What kind of answer a ground is stands with the ground. */
    private static String manner(Form answers, String ground) {
        return answers.choices("ground").stream()
                .filter(choice -> choice.code().equals(ground))
                .map(Form.Choice::kind)
                .filter(kind -> "notice".equals(kind) || "cannot".equals(kind))
                .findFirst()
                .orElse("refusal");
    }

    /** The members as they are said, in order. */
    private static final class Said {

        private final Map<String, Object> values;
        private final Map<String, Json> members = new LinkedHashMap<>();

        Said(Map<String, Object> values) {
            this.values = values;
        }

        Said take(String name) {
            return put(name, or(name, ""));
        }

        Said put(String name, String text) {
            members.put(name, new Json.Text(text));
            return this;
        }

        Said moment(String name) {
            var at = When.instant(values.get(name)).orElseThrow();
            return put(
                    name,
                    java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                            .withZone(java.time.ZoneOffset.UTC)
                            .format(at));
        }

        /** By the end of a day, or within some hours. */
        Said next(Instant now) {
            var hours = or("within", "");
            return hours.isEmpty() || hours.equals("day")
                    ? take("nextDate")
                    : put(
                            "nextDate",
                            new Until.Moment(now.truncatedTo(ChronoUnit.MILLIS)
                                            .plus(Duration.ofHours(Long.parseLong(hours))))
                                    .written());
        }

        /** A question asked off-line, and its answer, stand in the message; single fields are ticked and repaired on the platform. */
        Said items() {
            members.put("items", new Json.Array(List.of()));
            return this;
        }

        String or(String name, String otherwise) {
            var text = Rules.text(values.get(name));
            return text.isEmpty() ? otherwise : text;
        }
    }
}
