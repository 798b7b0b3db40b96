package org.enlace.ledger;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What speaks against a package, as it is found. What is wrong outweighs what cannot be told. */
final class Findings {
    private final Set<Reason> wrong = new LinkedHashSet<>();
    private final Set<Reason> unclear = new LinkedHashSet<>();
    private final Set<Reason> notes = new LinkedHashSet<>();

    void wrong(String code, Object... arguments) {
        wrong.add(Reason.of(code, arguments));
    }

    void wrong(List<Reason> reasons) {
        wrong.addAll(reasons);
    }

    void unclear(Reason reason) {
        unclear.add(reason);
    }

    void unclear(String code, Object... arguments) {
        unclear.add(Reason.of(code, arguments));
    }

    void note(String code, Object... arguments) {
        notes.add(Reason.of(code, arguments));
    }

    Judgement judge(Judgement.@Nullable Contents contents) {
        var verdict = !wrong.isEmpty()
                ? Judgement.Verdict.NOT_VALID
                : !unclear.isEmpty() ? Judgement.Verdict.CANNOT_TELL : Judgement.Verdict.VALID;
        var reasons = new LinkedHashSet<>(wrong);
        reasons.addAll(unclear);
        return new Judgement(verdict, List.copyOf(reasons), List.copyOf(notes), contents);
    }
}
