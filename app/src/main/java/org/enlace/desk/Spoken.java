package org.enlace.desk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.Viewer;
import org.enlace.exchange.Terms;
import org.enlace.forms.Form;
import org.enlace.forms.FormBasis;
import org.enlace.ledger.Accept;
import org.enlace.ledger.Answer;
import org.enlace.ledger.Ask;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.Assign;
import org.enlace.ledger.Call;
import org.enlace.ledger.Close;
import org.enlace.ledger.Decline;
import org.enlace.ledger.Destroy;
import org.enlace.ledger.Execute;
import org.enlace.ledger.GrantUse;
import org.enlace.ledger.LetLapse;
import org.enlace.ledger.Postpone;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.Progress;
import org.enlace.ledger.RefuseConditions;
import org.enlace.ledger.Result;
import org.enlace.ledger.Send;
import org.enlace.ledger.Share;
import org.enlace.ledger.TakeInCharge;
import org.enlace.ledger.Transfer;
import org.enlace.ledger.Until;
import org.enlace.ledger.UpholdConditions;
import org.enlace.procedure.Fact;
import org.enlace.procedure.Request;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an act says to everybody, the host included, as a sentence in the reader's language. */
@Component
class Spoken {

    private final Terms terms;
    private final People people;

    Spoken(Terms terms, People people) {
        this.terms = terms;
        this.people = people;
    }

    /** Null where the kind of the act says it all. */
    @Nullable
    String say(Request request, Fact fact, Viewer viewer) {
        var words = Words.of(Spoken.class, viewer.language());
        var days = new Days(words, request.requested().zone(), viewer.zone());
        return switch (fact.act().coded()) {
            case TakeInCharge taken -> words.say("coded.next", days.until(taken.nextDate()));
            case Accept accepted -> words.say("coded.next", days.until(accepted.nextDate()));
            case Preserve preserved ->
                words.say(
                        preserved.full() ? "coded.full" : "coded.part",
                        words.momentIn(preserved.from(), days.there(), days.yours()),
                        days.until(preserved.until()));
            case Ask ask -> asked(request, ask, days);
            case Answer answer
            when !answer.items().isEmpty() -> words.say("coded.repaired", items(request, answer.items(), words));
            case Assign assigned ->
                viewer.isOfficerOf(request.party(fact).authority())
                        ? words.say("coded.assigned", assigned.function())
                        : null;
            case Send send
            when send.earlier() != null ->
                words.say(send.status() == Send.Status.EXTENSION ? "coded.extension" : "coded.follow-up");
            case Transfer transfer ->
                words.say(
                        "coded.transferred",
                        people.authority(transfer.to(), viewer),
                        chosen(request, "transferReason", transfer.reason().code(), words));
            case Share share -> words.say("coded.shared", people.authority(share.to(), viewer));
            case RefuseConditions refused -> {
                var reason = chosen(request, "conditionsReason", refused.reason(), words);
                yield refused.result() == null
                        ? words.say("coded.refused", reason)
                        : words.say("coded.refused.result", given(request, refused.result(), days), reason);
            }
            case UpholdConditions upheld
            when upheld.result() != null -> words.say("coded.upheld", given(request, upheld.result(), days));
            default -> decided(request, fact, days);
        };
    }

    /** Days in acts are days of the requested authority; they are said with their last minute there, and what the reader's clock shows then. */
    private record Days(Words words, ZoneId there, ZoneId yours) {

        String until(LocalDate day) {
            return words.endIn(day, there, yours);
        }

        String until(Until promised) {
            return switch (promised) {
                case Until.Day day -> until(day.day());
                case Until.Moment moment -> words.momentIn(moment.at(), there, yours);
            };
        }
    }

    /** The words of a code in a list of the request's answers; the code where a later definition no longer has it. */
    String chosen(Request request, String list, String code, Words words) {
        var answers = terms.answers(request);
        return answers.lists().getOrDefault(list, List.of()).stream()
                .filter(choice -> choice.code().equals(code))
                .map(choice -> FormBasis.label(answers, choice, words.language()))
                .findFirst()
                .orElse(code);
    }

    /** What can be chosen of a list of the request's answers. */
    List<ActForm.Option> choices(Request request, String list, Language language) {
        var answers = terms.answers(request);
        return answers.lists().getOrDefault(list, List.of()).stream()
                .map(choice -> new ActForm.Option(choice.code(), FormBasis.label(answers, choice, language)))
                .toList();
    }

    private @Nullable String decided(Request request, Fact fact, Days days) {
        var words = days.words();
        return switch (fact.act().coded()) {
            case Decline decline -> {
                var ground = chosen(request, "ground", decline.ground(), words);
                yield decline.whole() ? ground : words.say("coded.declined.part", ground);
            }
            case Postpone postponed ->
                words.say(
                        "coded.postponed",
                        chosen(request, "postponement", postponed.ground(), words),
                        days.until(postponed.until()));
            case Call call ->
                words.say(
                        "coded.call",
                        words.momentIn(call.at(), request.party(fact).zone(), days.yours()));
            case Progress progress ->
                words.say(
                        "coded.progress",
                        chosen(request, "progressReason", progress.reason(), words),
                        days.until(progress.nextDate()));
            case Execute executed -> chosen(request, "executed", executed.full() ? "full" : "part", words);
            case Result result -> words.say(result.complete() ? "results.final" : "results.partial");
            case AskUse use ->
                words.say("coded.use", chosen(request, "use", use.use().code(), words), days.until(use.due()));
            case GrantUse grant -> granted(request, grant, words);
            case Destroy destroyed ->
                chosen(request, "destruction", destroyed.destroyed() ? "destroyed" : "kept", words);
            case LetLapse lapse -> chosen(request, "lapseReason", lapse.reason(), words);
            case Close closed -> chosen(request, "closing", closed.outcome().code(), words);
            default -> null;
        };
    }

    /** When a result came. */
    private static String given(Request request, UUID result, Days days) {
        return ResultView.of(request).stream()
                .filter(fact -> fact.act().act().equals(result))
                .map(fact -> days.words().momentIn(fact.at(), days.there(), days.yours()))
                .findFirst()
                .orElse("");
    }

    private String asked(Request request, Ask ask, Days days) {
        var words = days.words();
        return ask.items().isEmpty()
                ? words.say("coded.asked", days.until(ask.due()))
                : words.say("coded.items", items(request, ask.items(), words), days.until(ask.due()));
    }

    private String granted(Request request, GrantUse grant, Words words) {
        var decision = chosen(request, "useDecision", grant.decision().code(), words);
        return grant.ground() == null
                ? decision
                : words.say("coded.decided", decision, chosen(request, "useGround", grant.ground(), words));
    }

    private String items(Request request, List<String> items, Words words) {
        var form = terms.form(request);
        return items.stream()
                .map(item -> form.groups().stream()
                        .flatMap(group -> group.fields().stream())
                        .filter(field -> field.id().equals(item))
                        .map(field -> name(field, words.language()))
                        .findFirst()
                        .orElse(words.say("ask.items.other")))
                .collect(Collectors.joining("; "));
    }

    /** What a field is called where it is only named. */
    static String name(Form.Field field, Language language) {
        var label = field.brief() == null ? field.label() : field.brief();
        return label.in(language).text();
    }
}
