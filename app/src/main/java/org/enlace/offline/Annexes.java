package org.enlace.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.enlace.forms.Form;

/** Asks for the files that go along with a request until those that its form needs are among them, or it is said why what is advised is not. */
record Annexes(Terminal terminal, Rules rules) {

    /** @param reasons why something advised is left out, by path; this adds to them */
    List<SealAnswers.Attached> ask(Map<String, Object> values, Map<String, String> reasons) {
        var attaching = new Attaching(terminal);
        var files = new ArrayList<>(attaching.ask());
        var scope = List.of(values);
        for (var field : wanted(scope)) {
            while (rules.with(files).files(field).isEmpty() && !reasons.containsKey(field.id())) {
                terminal.print(Objects.requireNonNull(field.missing())
                        .in(terminal.words().language())
                        .text());
                if (rules.need(field, scope) != Form.Need.RECOMMENDED || !excused(field, reasons)) {
                    files.addAll(attaching.ask());
                }
            }
        }
        return files;
    }

    private boolean excused(Form.Field field, Map<String, String> reasons) {
        var reason = terminal.ask(terminal.words().say("answer.reason"));
        if (!reason.isEmpty()) {
            reasons.put(field.id(), reason);
        }
        return !reason.isEmpty();
    }

    private List<Form.Field> wanted(List<Map<String, Object>> scope) {
        return rules.form().groups().stream()
                .flatMap(group -> group.fields().stream())
                .filter(field -> field.type() == Form.Type.FILES && rules.isAsked(field, scope))
                .filter(field -> rules.need(field, scope) != Form.Need.OPTIONAL)
                .toList();
    }
}
