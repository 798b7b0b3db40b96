package org.enlace.directory;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.changes.Change;
import org.enlace.changes.Changes;
import org.enlace.states.States;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes to authorities that were read from elsewhere, field by field. The fields are those of the form on which people type an authority: {@code name},
 * {@code nameLanguage}, {@code kind}, {@code parent}, {@code languages}, {@code email}, {@code telephone}, {@code website}; they obey the same rules, and what is
 * proposed waits for another person like everything else.
 */
@Component
public class Corrections {

    private final Authorities authorities;
    private final States states;
    private final Changes changes;
    private final Validator validator;

    Corrections(Authorities authorities, States states, Changes changes, Validator validator) {
        this.authorities = authorities;
        this.states = states;
        this.changes = changes;
        this.validator = validator;
    }

    /**
     * Proposes that some fields of an authority shall be so; its other fields stay as they are.
     *
     * @throws org.enlace.Refused absent to whoever may not propose; when a field obeys no rule of the form, with what is wrong; when nothing would change
     */
    public Change correct(Authority authority, Map<String, String> fields, Change.Grounds grounds, Viewer viewer) {
        var typed = form(AuthorityForm.of(authority), fields);
        check(typed, new ArrayList<>(fields.keySet()), viewer);
        var value = (ObjectNode) AuthorityValue.of(authority);
        var read = AuthorityValue.of(typed.read(authority.id(), authority.state()));
        fields.keySet().forEach(field -> take(field, read, value));
        return changes.propose(AuthorityMatter.KIND, authority.id(), authority.state(), value, grounds, null, viewer);
    }

    /** Proposes an authority that is not there yet. Fields that are not given are as in an empty form. */
    public Change enter(StateCode state, Map<String, String> fields, Change.Grounds grounds, Viewer viewer) {
        var typed = form(AuthorityForm.empty(states.require(state)), fields);
        check(typed, null, viewer);
        var id = authorities.freeId(state, typed.name());
        var value = AuthorityValue.of(typed.read(id, state));
        return changes.propose(AuthorityMatter.KIND, id, state, value, grounds, null, viewer);
    }

    /** Only the fields that are to change: what was there before may be older than the rules. */
    private void check(AuthorityForm typed, @org.jspecify.annotations.Nullable List<String> only, Viewer viewer) {
        var words = Words.of(Corrections.class, viewer.language());
        var problems = new BeanPropertyBindingResult(typed, "authority");
        validator
                .validate(typed)
                .forEach(
                        wrong -> problems.rejectValue(wrong.getPropertyPath().toString(), "wrong", wrong.getMessage()));
        typed.check(problems);
        problems.getFieldErrors().stream()
                .filter(problem -> only == null || only.contains(problem.getField()))
                .findFirst()
                .ifPresent(problem -> {
                    throw DirectoryRefusal.FIELD_WRONG.refused(
                            Objects.toString(problem.getRejectedValue(), ""),
                            words.say(Objects.requireNonNullElse(problem.getDefaultMessage(), "")));
                });
    }

    private static void take(String field, JsonNode read, ObjectNode value) {
        value.set(field, read.path(field));
        if (field.equals("name")) {
            // In its own language the official name is the name.
            var language = AuthorityValue.text(value, "nameLanguage");
            if (read.path("names").has(language)) {
                ((ObjectNode) value.path("names"))
                        .set(language, read.path("names").path(language));
            }
        }
    }

    private static AuthorityForm form(AuthorityForm base, Map<String, String> fields) {
        return new AuthorityForm(
                fields.getOrDefault("kind", base.kind()),
                fields.getOrDefault("name", base.name()),
                fields.getOrDefault("nameLanguage", base.nameLanguage()),
                base.en(),
                base.es(),
                base.fr(),
                base.pt(),
                fields.getOrDefault("parent", base.parent()),
                fields.getOrDefault("languages", base.languages()),
                base.zone(),
                base.alwaysOpen(),
                base.opens(),
                base.closes(),
                base.mailbox(),
                base.deputy(),
                fields.getOrDefault("email", base.email()),
                fields.getOrDefault("telephone", base.telephone()),
                fields.getOrDefault("website", base.website()));
    }
}
