package org.enlace.treaties;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A treaty action as somebody of the secretariat types it.
 *
 * @param number of the action that is corrected; null for one that is not there yet
 */
record ActionForm(
        @NotBlank(message = "action.state.missing") String state,
        @NotBlank(message = "action.act.missing") String act,
        @Nullable Integer number,

        @Pattern(regexp = "\\d{4}(-\\d{2}(-\\d{2})?)?", message = "action.date.wrong")
        String date,

        @NotBlank(message = "action.way.missing") String way,

        @NotBlank(message = "action.source.missing") @Size(max = 300, message = "action.source.missing")
        String source,

        @Size(max = 300, message = "action.address.long") String address,
        @Size(max = 500, message = "action.note.long") String note) {

    /** A field that was not sent is empty. */
    ActionForm {
        state = Objects.requireNonNullElse(state, "");
        act = Objects.requireNonNullElse(act, "");
        date = Objects.requireNonNullElse(date, "").strip();
        way = Objects.requireNonNullElse(way, "");
        source = Objects.requireNonNullElse(source, "").strip();
        address = Objects.requireNonNullElse(address, "").strip();
        note = Objects.requireNonNullElse(note, "").strip();
    }

    static ActionForm empty() {
        return new ActionForm("", "", null, "", "", "", "", "");
    }

    /** To correct what is there. */
    static ActionForm of(TreatyAction action) {
        return new ActionForm(
                action.state().iso3(),
                action.act().name(),
                action.number(),
                action.date().toString(),
                "",
                "",
                "",
                action.note());
    }
}
