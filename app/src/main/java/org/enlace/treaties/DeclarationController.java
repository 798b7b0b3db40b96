package org.enlace.treaties;

import static org.enlace.ui.Answer.seeOther;

import com.fasterxml.uuid.Generators;
import jakarta.validation.Valid;
import java.util.Arrays;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.changes.Change;
import org.enlace.changes.Changes;
import org.enlace.states.States;
import org.enlace.ui.Answer;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** The secretariat enters what states declared under a treaty, objected to and withdrew. Nothing holds before a second person approved it. */
@Controller
class DeclarationController {

    private final Instruments instruments;
    private final Declarations declarations;
    private final States states;
    private final Changes changes;

    DeclarationController(Instruments instruments, Declarations declarations, States states, Changes changes) {
        this.instruments = instruments;
        this.declarations = declarations;
        this.states = states;
        this.changes = changes;
    }

    /**
     * @param declaration the one to be corrected
     * @param about the one to be withdrawn or objected to
     */
    @GetMapping("/treaties/{id}/declarations/new")
    Answer write(
            @PathVariable String id,
            @RequestParam(required = false) Declaration.@Nullable Kind kind,
            @RequestParam(defaultValue = "") String declaration,
            @RequestParam(defaultValue = "") String about,
            Viewer viewer) {
        requireSecretariat(viewer);
        if (!declaration.isEmpty()) {
            return page(id, DeclarationForm.of(require(id, declaration)), Problems.NONE, viewer);
        }
        if (kind == null || kind.designates()) {
            throw Refused.absent();
        }
        var object = about.isEmpty() ? null : require(id, about);
        return page(id, DeclarationForm.empty(kind, object), Problems.NONE, viewer);
    }

    @PostMapping("/treaties/{id}/declarations")
    Answer propose(@PathVariable String id, @Valid DeclarationForm form, BindingResult problems, Viewer viewer) {
        requireSecretariat(viewer);
        form.check(kind(form), problems);
        if (problems.hasErrors()) {
            return page(id, form, problems, viewer);
        }
        var key = key(id, form);
        return propose(key, DeclarationValue.of(form.read(key)), form, viewer);
    }

    /** Proposes that nothing of the kind was ever said; what was taken back is withdrawn instead. */
    @PostMapping("/treaties/{id}/declarations/removal")
    Answer remove(@PathVariable String id, @Valid DeclarationForm form, BindingResult problems, Viewer viewer) {
        requireSecretariat(viewer);
        if (problems.hasErrors()) {
            return page(id, form, problems, viewer);
        }
        return propose(DeclarationKey.of(require(id, form.declaration())), null, form, viewer);
    }

    private Answer propose(DeclarationKey key, @Nullable JsonNode after, DeclarationForm form, Viewer viewer) {
        var grounds = new Change.Grounds(
                choose(Change.Way.class, form.way()),
                form.source().strip(),
                form.address().strip(),
                "");
        var change = changes.propose(DeclarationMatter.KIND, key.toString(), key.state(), after, grounds, null, viewer);
        return seeOther("/changes/" + change.id());
    }

    /** Who made a declaration and of which kind does not change; whoever withdraws is who declared. */
    private DeclarationKey key(String id, DeclarationForm form) {
        if (form.corrects()) {
            return DeclarationKey.of(require(id, form.declaration()));
        }
        var kind = kind(form);
        var object = form.about().isEmpty() ? null : require(id, form.about());
        var state = kind == Declaration.Kind.WITHDRAWAL && object != null
                ? object.state()
                : StateCode.parse(form.state())
                        .flatMap(states::find)
                        .orElseThrow(Refused::absent)
                        .code();
        return new DeclarationKey(
                instruments.require(id).id(),
                state,
                kind,
                Generators.timeBasedEpochRandomGenerator().generate().toString());
    }

    private DeclarationPage page(String id, DeclarationForm form, BindingResult problems, Viewer viewer) {
        var words = Words.of(DeclarationController.class, viewer.language());
        return page(id, form, Problems.of(problems, words), viewer);
    }

    private DeclarationPage page(String id, DeclarationForm form, Problems problems, Viewer viewer) {
        var others = declarations.all().stream()
                .filter(declaration -> declaration.instrument().equals(id))
                .filter(declaration -> declaration.kind() != Declaration.Kind.WITHDRAWAL)
                .toList();
        return new DeclarationPage(
                instruments.require(id), form, others, states.all(viewer.language()), problems, viewer.language());
    }

    private Declaration require(String instrument, String id) {
        return declarations
                .find(id)
                .filter(declaration -> declaration.instrument().equals(instrument))
                .orElseThrow(Refused::absent);
    }

    private static Declaration.Kind kind(DeclarationForm form) {
        return choose(Declaration.Kind.class, form.kind());
    }

    /** A list offers only what there is; whoever sends something else did not use the page. */
    private static <E extends Enum<E>> E choose(Class<E> of, String name) {
        return Arrays.stream(of.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(Refused::absent);
    }

    private static void requireSecretariat(Viewer viewer) {
        if (!viewer.is(Role.SECRETARIAT)) {
            throw Refused.absent();
        }
    }
}
