package org.enlace.exchange;

import static org.enlace.exchange.Stage.ACCEPTED;
import static org.enlace.exchange.Stage.EXECUTED;
import static org.enlace.exchange.Stage.IN_CHARGE;
import static org.enlace.exchange.Stage.OPENED;
import static org.enlace.exchange.Stage.PARTLY_EXECUTED;
import static org.enlace.exchange.Stage.POSTPONED;
import static org.enlace.exchange.Stage.PRESERVED;
import static org.enlace.exchange.Stage.SENT;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which act may come next: by the form of the request, then by what has happened. What the act says is not looked at here. */
final class Admission {

    /** What every request admits: without them it could not be read, left unread, taken back or added to, nor shared within the state that sent it. */
    private static final Set<Kind> ALWAYS = EnumSet.of(
            Kind.SEND,
            Kind.CALL,
            Kind.OPEN,
            Kind.REFUSE_CONDITIONS,
            Kind.UPHOLD_CONDITIONS,
            Kind.WITHDRAW,
            Kind.SHARE,
            Kind.ADD,
            Kind.COMMENT);

    /** What a draft shared for comment admits, whatever its form provides for a request. */
    private static final Set<Kind> ON_DRAFTS =
            EnumSet.of(Kind.OPEN, Kind.WITHDRAW, Kind.COMMENT, Kind.CLOSE, Kind.ASK_DESTRUCTION, Kind.DESTROY);

    private static final Map<Kind, Rule> RULES = Map.ofEntries(
            rule(Kind.OPEN, ExchangeRefusal.ALREADY_OPENED, SENT),
            rule(Kind.TAKE_IN_CHARGE, ExchangeRefusal.ALREADY_IN_CHARGE, OPENED),
            rule(Kind.ACCEPT, ExchangeRefusal.ALREADY_ACCEPTED, IN_CHARGE, POSTPONED),
            rule(Kind.POSTPONE, ExchangeRefusal.NOT_IN_CHARGE, IN_CHARGE, ACCEPTED, POSTPONED, PARTLY_EXECUTED),
            // Of what is preserved only the disclosure of Budapest Art. 30 can be withheld.
            rule(
                    Kind.DECLINE,
                    ExchangeRefusal.NOT_OPENED,
                    OPENED,
                    IN_CHARGE,
                    ACCEPTED,
                    POSTPONED,
                    PRESERVED,
                    PARTLY_EXECUTED),
            rule(
                    Kind.ASK,
                    ExchangeRefusal.NOT_OPENED,
                    OPENED,
                    IN_CHARGE,
                    ACCEPTED,
                    POSTPONED,
                    PRESERVED,
                    PARTLY_EXECUTED,
                    EXECUTED),
            rule(
                    Kind.ASSIGN,
                    ExchangeRefusal.NOT_IN_CHARGE,
                    IN_CHARGE,
                    ACCEPTED,
                    POSTPONED,
                    PRESERVED,
                    PARTLY_EXECUTED,
                    EXECUTED),
            rule(Kind.TRANSFER, ExchangeRefusal.NOT_OPENED, OPENED, IN_CHARGE, ACCEPTED, POSTPONED),
            rule(
                    Kind.PROGRESS,
                    ExchangeRefusal.NOT_IN_CHARGE,
                    IN_CHARGE,
                    ACCEPTED,
                    POSTPONED,
                    PARTLY_EXECUTED,
                    EXECUTED),
            rule(Kind.PRESERVE, ExchangeRefusal.NOT_IN_CHARGE, IN_CHARGE, ACCEPTED, POSTPONED),
            rule(Kind.EXECUTE, ExchangeRefusal.NOT_IN_CHARGE, IN_CHARGE, ACCEPTED, POSTPONED, PARTLY_EXECUTED),
            rule(
                    Kind.RESULT,
                    ExchangeRefusal.NOT_IN_CHARGE,
                    IN_CHARGE,
                    ACCEPTED,
                    POSTPONED,
                    PRESERVED,
                    PARTLY_EXECUTED,
                    EXECUTED));

    private Admission() {}

    /**
     * Why an act of this kind may not come now, or null if it may.
     *
     * @param admitted the acts that the request's form provides for
     */
    static @Nullable ExchangeRefusal objection(Kind kind, Standing standing, Set<Kind> admitted) {
        var draft = standing.stage() == Stage.COMMENTING;
        if (draft ? !ON_DRAFTS.contains(kind) : !isProvided(kind, admitted)) {
            return draft ? ExchangeRefusal.ONLY_A_DRAFT : ExchangeRefusal.NOT_ADMITTED_HERE;
        }
        return switch (kind) {
            case SEND -> ExchangeRefusal.ALREADY_SENT;
            case RECEIVE -> standing.results().waiting().isEmpty() ? ExchangeRefusal.NOTHING_TO_RECEIVE : null;
            case ASK_USE -> askUse(standing.results());
            case GRANT_USE -> standing.results().asked() == null ? ExchangeRefusal.NOTHING_ASKED : null;
            case ASK_DESTRUCTION -> askDestruction(standing);
            case DESTROY -> standing.destruction() ? null : ExchangeRefusal.NOTHING_ASKED;
            case REFUSE_CONDITIONS, UPHOLD_CONDITIONS -> null; // which conditions, and whose: Unaccepted
            case SHARE -> standing.stage() == Stage.WITHDRAWN ? ExchangeRefusal.WITHDRAWN : null;
            case RESULT -> result(standing, admitted);
            case ENQUIRE -> standing.stage().isEnd() ? over(standing.stage()) : Enquiry.objection(standing, admitted);
            default -> standing.stage().isEnd() ? over(standing.stage()) : onTheWay(kind, standing, draft);
        };
    }

    /** How a request stands can be asked wherever it can be said. */
    private static boolean isProvided(Kind kind, Set<Kind> admitted) {
        return ALWAYS.contains(kind) || admitted.contains(kind == Kind.ENQUIRE ? Kind.PROGRESS : kind);
    }

    /** Years later a result may be needed in another court: neither this nor its decision depends on how far the request is. */
    private static @Nullable ExchangeRefusal askUse(Given results) {
        if (results.received().isEmpty()) {
            return ExchangeRefusal.NOTHING_RECEIVED;
        }
        return results.asked() == null ? null : ExchangeRefusal.ALREADY_ASKED;
    }

    private static @Nullable ExchangeRefusal askDestruction(Standing standing) {
        if (!standing.read()) {
            return standing.stage() == Stage.WITHDRAWN ? ExchangeRefusal.WITHDRAWN : ExchangeRefusal.NOT_OPENED;
        }
        return standing.destruction() ? ExchangeRefusal.ALREADY_ASKED : null;
    }

    /**
     * Where nothing is executed, what was found on the way to the data is disclosed once they are safe (Budapest Art. 30), and not instead. Elsewhere what was given can
     * be corrected, also after the request was closed.
     */
    private static @Nullable ExchangeRefusal result(Standing standing, Set<Kind> admitted) {
        var stage = standing.stage();
        var disclosing = admitted.contains(Kind.PRESERVE) && !admitted.contains(Kind.EXECUTE);
        if (!disclosing && (stage == Stage.ANSWERED || standing.isAnswered())) {
            return null;
        }
        var objection = stage.isEnd() ? over(stage) : fixed(Kind.RESULT, stage);
        return objection == null && disclosing && stage != PRESERVED ? ExchangeRefusal.NOT_PRESERVED : objection;
    }

    private static @Nullable ExchangeRefusal onTheWay(Kind kind, Standing standing, boolean draft) {
        var stage = standing.stage();
        return switch (kind) {
            case OPEN -> draft && !standing.read() ? null : fixed(kind, stage);
            case COMMENT -> draft ? opened(standing) : ExchangeRefusal.NOT_A_DRAFT;
            case ASK -> standing.asked() == null ? fixed(kind, stage) : ExchangeRefusal.ALREADY_ASKED;
            case ANSWER -> standing.asked() != null || stage == Stage.NOTICED ? null : ExchangeRefusal.NOTHING_ASKED;
            case WITHDRAW -> withdraw(standing);
            case LET_LAPSE -> stage == PRESERVED ? null : ExchangeRefusal.NOT_PRESERVED;
            case CLOSE -> close(standing);
            default -> fixed(kind, stage);
        };
    }

    /** Before anybody opened it, also where it was transferred since; or when the other side left the decision to this one. */
    private static @Nullable ExchangeRefusal withdraw(Standing standing) {
        var unopened = !standing.read() && (standing.stage() == SENT || standing.stage() == Stage.COMMENTING);
        return unopened || standing.stage() == Stage.NOTICED ? null : ExchangeRefusal.OPENED_MEANWHILE;
    }

    private static @Nullable ExchangeRefusal close(Standing standing) {
        return switch (standing.stage()) {
            case NOTICED -> ExchangeRefusal.DECISION_AWAITED;
            case ANSWERED -> standing.results().undecided().isEmpty() ? null : ExchangeRefusal.NOT_RECEIVED;
            default -> opened(standing);
        };
    }

    private static @Nullable ExchangeRefusal opened(Standing standing) {
        return standing.read() ? null : ExchangeRefusal.NOT_OPENED;
    }

    private static @Nullable ExchangeRefusal fixed(Kind kind, Stage stage) {
        var rule = RULES.get(kind);
        if (rule == null || rule.stages.contains(stage)) {
            return null;
        }
        if (kind == Kind.OPEN) {
            return rule.otherwise;
        }
        return switch (stage) {
            case SENT -> ExchangeRefusal.NOT_OPENED;
            case OPENED -> ExchangeRefusal.NOT_IN_CHARGE;
            case NOTICED -> ExchangeRefusal.DECISION_AWAITED;
            case PRESERVED -> ExchangeRefusal.ALREADY_PRESERVED;
            case PARTLY_EXECUTED, EXECUTED -> ExchangeRefusal.ALREADY_EXECUTED;
            case ANSWERED, RECEIVED -> ExchangeRefusal.ALREADY_ANSWERED;
            default -> rule.otherwise;
        };
    }

    static ExchangeRefusal over(Stage end) {
        return switch (end) {
            case WITHDRAWN -> ExchangeRefusal.WITHDRAWN;
            case LAPSED -> ExchangeRefusal.LAPSED;
            case CLOSED -> ExchangeRefusal.CLOSED;
            default -> ExchangeRefusal.DECLINED;
        };
    }

    private static Map.Entry<Kind, Rule> rule(Kind kind, ExchangeRefusal otherwise, Stage... stages) {
        return Map.entry(kind, new Rule(Set.of(stages), otherwise));
    }

    /**
     * @param stages in which such an act may come
     * @param otherwise why it may not in others, where they say nothing stronger
     */
    private record Rule(Set<Stage> stages, ExchangeRefusal otherwise) {}
}
