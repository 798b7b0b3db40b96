package org.enlace.interchange;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import org.enlace.states.FactDate;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A list to be taken in, and where it comes from.
 *
 * @param text its content: what a file held, or what was pasted
 */
record ImportForm(
        @NotBlank(message = "import.owner.missing") @Size(max = 200, message = "field.long")
        String owner,

        String day,

        @Pattern(regexp = "(https?://[^\\s<>\"]{3,290})?", message = "import.address.wrong")
        String address,

        @Size(max = 200, message = "field.long") String fileName,
        String text) {

    ImportForm {
        owner = stripped(owner);
        day = stripped(day);
        address = stripped(address);
        fileName = stripped(fileName);
        text = text == null ? "" : text;
    }

    static ImportForm empty() {
        return new ImportForm("", "", "", "", "");
    }

    /** The sentences of faults have places, so they are said here. */
    void check(Errors problems, Words words) {
        if (FactDate.parse(day).isEmpty()) {
            problems.rejectValue("day", "day", "import.day.wrong");
        }
        try {
            checkText();
        } catch (Fault fault) {
            problems.rejectValue(
                    "text",
                    "text",
                    words.say("fault." + fault.kind().name(), fault.line(), fault.column(), fault.value()));
        }
    }

    private void checkText() {
        if (text.getBytes(StandardCharsets.UTF_8).length > Delimited.MOST_BYTES) {
            throw new Fault(Fault.Kind.TOO_LARGE, 1, 1, "");
        }
        var nul = text.indexOf('\0');
        if (nul >= 0) {
            throw new Fault(Fault.Kind.NOT_TEXT, text.substring(0, nul).lines().count(), 1, "");
        }
        Delimited.read(text);
    }

    private static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
