package org.enlace.treaties;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A treaty action as somebody of the secretariat types it. */
record ActionForm(
        @NotBlank(message = "action.state.missing") String state,
        @NotBlank(message = "action.act.missing") String act,

        @Pattern(regexp = "\\d{4}(-\\d{2}(-\\d{2})?)?", message = "action.date.wrong")
        String date,

        @NotBlank(message = "action.way.missing") String way,

        @NotBlank(message = "action.source.missing") @Size(max = 300, message = "action.source.missing")
        String source,

        @Size(max = 300, message = "action.address.long") String address,
        @Size(max = 500, message = "action.note.long") String note) {

    static ActionForm empty() {
        return new ActionForm("", "", "", "", "", "", "");
    }

    /** To correct what is there. */
    static ActionForm of(TreatyAction action) {
        return new ActionForm(
                action.state().iso3(), action.act().name(), action.date().toString(), "", "", "", action.note());
    }
}
