package org.enlace.keys;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An authority's key is made anew although nobody leaves: because a year has passed, a device was lost, or the custodians' sheets are to be replaced. Everybody who
 * holds the key goes on; what was sealed to older generations stays readable.
 */
@Component
public class Rotating {

    private final Succession succession;

    Rotating(Succession succession) {
        this.succession = succession;
    }

    /** @throws org.enlace.Refused when the viewer does not hold the key, it was changed meanwhile, or what was sent does not fit */
    @Transactional
    public void rotate(Form form, Viewer viewer) {
        var current = succession.hold(viewer.requireAuthority());
        var stay = succession.members(current, viewer);
        succession.enter(succession.prepare(form.parts(), current, stay, viewer), current, viewer);
    }

    /**
     * @param statement the next generation's
     * @param admissions to it, of everybody who holds the key but the author
     * @param copies base64 by account, of everybody who holds the key
     * @param paper base64 by generation, when there is a recovery sheet
     * @param division of a new sheet, once it was rehearsed
     */
    public record Form(
            @NotBlank String statement,
            @NotNull List<String> admissions,
            @NotNull Map<String, String> copies,
            @Nullable Map<String, String> paper,
            @Nullable Division division) {

        Succession.Parts parts() {
            return new Succession.Parts(statement, admissions, copies, paper, division);
        }
    }
}
