package org.enlace.procedure;

import static org.enlace.procedure.Stage.ACCEPTED;
import static org.enlace.procedure.Stage.EXECUTED;
import static org.enlace.procedure.Stage.IN_CHARGE;
import static org.enlace.procedure.Stage.OPENED;
import static org.enlace.procedure.Stage.PARTLY_EXECUTED;
import static org.enlace.procedure.Stage.POSTPONED;
import static org.enlace.procedure.Stage.PRESERVED;
import static org.enlace.procedure.Stage.SENT;

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
            rule(Kind.OPEN, ProcedureRefusal.ALREADY_OPENED, SENT),
            rule(Kind.TAKE_IN_CHARGE, ProcedureRefusal.ALREADY_IN_CHARGE, OPENED),
            rule(Kind.ACCEPT, ProcedureRefusal.ALREADY_ACCEPTED, IN_CHARGE, POSTPONED),
            rule(Kind.POSTPONE, ProcedureRefusal.NOT_IN_CHARGE, IN_CHARGE, ACCEPTED, POSTPONED, PARTLY_EXECUTED),
            // Of what is preserved only the disclosure of Budapest Art. 30 can be withheld.
            rule(
                    Kind.DECLINE,
                    ProcedureRefusal.NOT_OPENED,
                    OPENED,
                    IN_CHARGE,
                    ACCEPTED,
                    POSTPONED,
                    PRESERVED,
                    PARTLY_EXECUTED),
            rule(
                    Kind.ASK,
                    ProcedureRefusal.NOT_OPENED,
                    OPENED,
                    IN_CHARGE,
                    ACCEPTED,
                    POSTPONED,
                    PRESERVED,
                    PARTLY_EXECUTED,
                    EXECUTED),
            rule(
                    Kind.ASSIGN,
                    ProcedureRefusal.NOT_IN_CHARGE,
                    IN_CHARGE,
                    ACCEPTED,
                    POSTPONED,
                    PRESERVED,
                    PARTLY_EXECUTED,
                    EXECUTED),
            rule(Kind.TRANSFER, ProcedureRefusal.NOT_OPENED, OPENED, IN_CHARGE, ACCEPTED, POSTPONED),
            rule(
                    Kind.PROGRESS,
                    ProcedureRefusal.NOT_IN_CHARGE,
                    IN_CHARGE,
                    ACCEPTED,
                    POSTPONED,
                    PARTLY_EXECUTED,
                    EXECUTED),
            rule(Kind.PRESERVE, ProcedureRefusal.NOT_IN_CHARGE, IN_CHARGE, ACCEPTED, POSTPONED),
            rule(Kind.EXECUTE, ProcedureRefusal.NOT_IN_CHARGE, IN_CHARGE, ACCEPTED, POSTPONED, PARTLY_EXECUTED),
            rule(
                    Kind.RESULT,
                    ProcedureRefusal.NOT_IN_CHARGE,
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
    static @Nullable ProcedureRefusal objection(Kind kind, Standing standing, Set<Kind> admitted) {
        var draft = standing.stage() == Stage.COMMENTING;
        if (draft ? !ON_DRAFTS.contains(kind) : !isProvided(kind, admitted)) {
            return draft ? ProcedureRefusal.ONLY_A_DRAFT : ProcedureRefusal.NOT_ADMITTED_HERE;
        }
        return switch (kind) {
            case SEND -> ProcedureRefusal.ALREADY_SENT;
            case RECEIVE -> standing.results().waiting().isEmpty() ? ProcedureRefusal.NOTHING_TO_RECEIVE : null;
            case ASK_USE -> askUse(standing.results());
            case GRANT_USE -> standing.results().asked() == null ? ProcedureRefusal.NOTHING_ASKED : null;
            case ASK_DESTRUCTION -> askDestruction(standing);
            case DESTROY -> standing.destruction() ? null : ProcedureRefusal.NOTHING_ASKED;
            case REFUSE_CONDITIONS, UPHOLD_CONDITIONS -> null; // which conditions, and whose: Unaccepted
            case SHARE -> standing.stage() == Stage.WITHDRAWN ? ProcedureRefusal.WITHDRAWN : null;
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
    private static @Nullable ProcedureRefusal askUse(Given results) {
        if (results.received().isEmpty()) {
            return ProcedureRefusal.NOTHING_RECEIVED;
        }
        return results.asked() == null ? null : ProcedureRefusal.ALREADY_ASKED;
    }

    private static @Nullable ProcedureRefusal askDestruction(Standing standing) {
        if (!standing.read()) {
            return standing.stage() == Stage.WITHDRAWN ? ProcedureRefusal.WITHDRAWN : ProcedureRefusal.NOT_OPENED;
        }
        return standing.destruction() ? ProcedureRefusal.ALREADY_ASKED : null;
    }

    /**
     * Where nothing is executed, what was found on the way to the data is disclosed once they are safe (Budapest Art. 30), and not instead. Elsewhere what was given can
     * be corrected, also after the request was closed.
     */
    private static @Nullable ProcedureRefusal result(Standing standing, Set<Kind> admitted) {
        var stage = standing.stage();
        var disclosing = admitted.contains(Kind.PRESERVE) && !admitted.contains(Kind.EXECUTE);
        if (!disclosing && (stage == Stage.ANSWERED || standing.isAnswered())) {
            return null;
        }
        var objection = stage.isEnd() ? over(stage) : fixed(Kind.RESULT, stage);
        return objection == null && disclosing && stage != PRESERVED ? ProcedureRefusal.NOT_PRESERVED : objection;
    }

    private static @Nullable ProcedureRefusal onTheWay(Kind kind, Standing standing, boolean draft) {
        var stage = standing.stage();
        return switch (kind) {
            case OPEN -> draft && !standing.read() ? null : fixed(kind, stage);
            case COMMENT -> draft ? opened(standing) : ProcedureRefusal.NOT_A_DRAFT;
            case ASK -> standing.asked() == null ? fixed(kind, stage) : ProcedureRefusal.ALREADY_ASKED;
            case ANSWER -> standing.asked() != null || stage == Stage.NOTICED ? null : ProcedureRefusal.NOTHING_ASKED;
            case WITHDRAW -> withdraw(standing);
            case LET_LAPSE -> stage == PRESERVED ? null : ProcedureRefusal.NOT_PRESERVED;
            case CLOSE -> close(standing);
            default -> fixed(kind, stage);
        };
    }

    /** Before anybody opened it, also where it was transferred since; or when the other side left the decision to this one. */
    private static @Nullable ProcedureRefusal withdraw(Standing standing) {
        var unopened = !standing.read() && (standing.stage() == SENT || standing.stage() == Stage.COMMENTING);
        return unopened || standing.stage() == Stage.NOTICED ? null : ProcedureRefusal.OPENED_MEANWHILE;
    }

    private static @Nullable ProcedureRefusal close(Standing standing) {
        return switch (standing.stage()) {
            case NOTICED -> ProcedureRefusal.DECISION_AWAITED;
            case ANSWERED -> standing.results().undecided().isEmpty() ? null : ProcedureRefusal.NOT_RECEIVED;
            default -> opened(standing);
        };
    }

    private static @Nullable ProcedureRefusal opened(Standing standing) {
        return standing.read() ? null : ProcedureRefusal.NOT_OPENED;
    }

    private static @Nullable ProcedureRefusal fixed(Kind kind, Stage stage) {
        var rule = RULES.get(kind);
        if (rule == null || rule.stages.contains(stage)) {
            return null;
        }
        if (kind == Kind.OPEN) {
            return rule.otherwise;
        }
        return switch (stage) {
            case SENT -> ProcedureRefusal.NOT_OPENED;
            case OPENED -> ProcedureRefusal.NOT_IN_CHARGE;
            case NOTICED -> ProcedureRefusal.DECISION_AWAITED;
            case PRESERVED -> ProcedureRefusal.ALREADY_PRESERVED;
            case PARTLY_EXECUTED, EXECUTED -> ProcedureRefusal.ALREADY_EXECUTED;
            case ANSWERED, RECEIVED -> ProcedureRefusal.ALREADY_ANSWERED;
            default -> rule.otherwise;
        };
    }

    static ProcedureRefusal over(Stage end) {
        return switch (end) {
            case WITHDRAWN -> ProcedureRefusal.WITHDRAWN;
            case LAPSED -> ProcedureRefusal.LAPSED;
            case CLOSED -> ProcedureRefusal.CLOSED;
            default -> ProcedureRefusal.DECLINED;
        };
    }

    private static Map.Entry<Kind, Rule> rule(Kind kind, ProcedureRefusal otherwise, Stage... stages) {
        return Map.entry(kind, new Rule(Set.of(stages), otherwise));
    }

    /**
     * @param stages in which such an act may come
     * @param otherwise why it may not in others, where they say nothing stronger
     */
    private record Rule(Set<Stage> stages, ProcedureRefusal otherwise) {}
}
