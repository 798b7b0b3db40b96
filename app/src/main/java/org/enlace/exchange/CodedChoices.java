package org.enlace.exchange;

import java.util.Objects;
import org.enlace.forms.Circumstances;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.enlace.ledger.Act;
import org.enlace.ledger.Decline;
import org.enlace.ledger.Json;
import org.enlace.procedure.ProcedureRefusal;
import org.enlace.procedure.Request;
import org.springframework.stereotype.Component;

/** Whether the codes in an act are those that the definition of the answers offers for it: a ground that no article gives is refused, and a refusal is not called a notice. */
@Component
class CodedChoices {

    private final Forms forms;
    private final Surroundings surroundings;

    CodedChoices(Forms forms, Surroundings surroundings) {
        this.forms = forms;
        this.surroundings = surroundings;
    }

    void require(Request request, Act act) {
        var answers = forms.require(
                Objects.requireNonNull(forms.require(request.sending().form()).answers()));
        var circumstances = surroundings.of(request);
        answers.group(act.kind()).stream()
                .flatMap(group -> group.fields().stream())
                .filter(field -> field.type() == Form.Type.CHOICE && field.coded() != null)
                .forEach(field -> require(answers, field, act, circumstances));
    }

    private static void require(Form answers, Form.Field field, Act act, Circumstances circumstances) {
        var said = ((Json.Members) act.coded().json())
                .members()
                .getOrDefault(Objects.requireNonNull(field.coded()), Json.Nothing.NULL);
        if (said instanceof Json.Text code) {
            var choice = answers.choices(field).stream()
                    .filter(each -> each.code().equals(code.text()) && isCalled(each, act))
                    .findFirst()
                    .orElseThrow(ProcedureRefusal.UNKNOWN_GROUND::refused);
            // What the request says is sealed; the treaty it is made under and what the states declared are not, so
            // that much the
            // server can hold it to.
            if (!circumstances.may(choice.when())) {
                throw ExchangeRefusal.GROUND_NOT_GIVEN.refused();
            }
        }
    }

    /** What a ground is, its article says: a refusal by right, a notice that leaves the decision to the other side, or an impossibility. */
    private static boolean isCalled(Form.Choice choice, Act act) {
        return !(act.coded() instanceof Decline decline)
                || choice.kind() == null
                || choice.kind().equals(decline.manner().code());
    }
}
