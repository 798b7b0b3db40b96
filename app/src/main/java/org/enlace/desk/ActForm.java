package org.enlace.desk;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.enlace.forms.Form;
import org.enlace.procedure.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an officer who does an act: one group of a form. What is coded goes into the signed act, the rest into the sealed message.
 *
 * @param form the definition that has the group
 * @param subject the act that this one is about: a result, or a use that was asked for
 * @param askable of a question: what of the request can be said to be missing; what the form demands or advises before the rest
 * @param repairs of an answer: the questions of the request's own form that were ticked
 * @param offices who can get the request: of a transfer or a sharing the authorities of the state, of an assignment the functions of the authority
 */
record ActForm(
        Kind kind,
        Form form,
        @Nullable UUID subject,
        List<Option> askable,
        List<Option> askableBesides,
        List<Repair> repairs,
        List<Option> offices) {

    private static final Set<Kind> WITH_ATTACHMENTS = Set.of(
            Kind.PRESERVE,
            Kind.DECLINE,
            Kind.ASK,
            Kind.ANSWER,
            Kind.ADD,
            Kind.EXECUTE,
            Kind.RESULT,
            Kind.ASK_USE,
            Kind.COMMENT);

    /** What officers do most comes first; what ends the request comes last. */
    private static final List<Kind> ORDER = List.of(
            Kind.TAKE_IN_CHARGE,
            Kind.RECEIVE,
            Kind.REFUSE_CONDITIONS,
            Kind.UPHOLD_CONDITIONS,
            Kind.ANSWER,
            Kind.COMMENT,
            Kind.ENQUIRE,
            Kind.ADD,
            Kind.CALL,
            Kind.GRANT_USE,
            Kind.DESTROY,
            Kind.PROGRESS,
            Kind.ASK,
            Kind.ACCEPT,
            Kind.PRESERVE,
            Kind.EXECUTE,
            Kind.RESULT,
            Kind.ASK_USE,
            Kind.ASSIGN,
            Kind.TRANSFER,
            Kind.SHARE,
            Kind.POSTPONE,
            Kind.CLOSE,
            Kind.LET_LAPSE,
            Kind.DECLINE,
            Kind.WITHDRAW,
            Kind.ASK_DESTRUCTION);

    /** Where its form stands among the others. */
    static int place(Kind kind) {
        return ORDER.indexOf(kind);
    }

    /** Of its section on the page. */
    String id() {
        return subject == null ? kind.code() : kind.code() + "-" + subject;
    }

    Form.Group group() {
        return form.group(kind.code()).orElseThrow();
    }

    boolean takesAttachments() {
        return WITH_ATTACHMENTS.contains(kind);
    }

    /** What cannot be taken back and stops the request looks like it. */
    boolean isGrave() {
        return kind == Kind.DECLINE || kind == Kind.WITHDRAW || kind == Kind.LET_LAPSE || kind == Kind.ASK_DESTRUCTION;
    }

    /** Where the reason is all that is to be said, one click on it signs. */
    boolean isQuick() {
        return kind == Kind.PROGRESS;
    }

    /** The reasons that one click gives; what only a message can tell is not one of them. */
    List<Form.Choice> quick() {
        return form.choices("progressReason");
    }

    /** @param code as the act carries it */
    record Option(String code, String label) {}

    /** @param fields those of the group that are to be repaired */
    record Repair(Form form, Form.Group group, List<Form.Field> fields) {}
}
