package org.enlace.exchange;

import java.util.Set;
import org.enlace.forms.Form;

/**
 * What is asked of an officer who does an act: one group of a form. What is coded goes into the signed act, the rest into the sealed message.
 *
 * @param form the definition that has the group
 */
record ActForm(Kind kind, Form form) {

    private static final Set<Kind> WITH_ATTACHMENTS = Set.of(Kind.PRESERVE, Kind.DECLINE, Kind.ASK, Kind.ANSWER);

    Form.Group group() {
        return form.group(kind.code()).orElseThrow();
    }

    boolean takesAttachments() {
        return WITH_ATTACHMENTS.contains(kind);
    }

    /** What cannot be taken back and stops the request looks like it. */
    boolean isGrave() {
        return kind == Kind.DECLINE || kind == Kind.WITHDRAW;
    }
}
