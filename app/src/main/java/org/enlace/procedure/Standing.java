package org.enlace.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.enlace.ledger.Accept;
import org.enlace.ledger.Answer;
import org.enlace.ledger.Ask;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.Assign;
import org.enlace.ledger.Call;
import org.enlace.ledger.Close;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Decline;
import org.enlace.ledger.Destroy;
import org.enlace.ledger.Execute;
import org.enlace.ledger.GrantUse;
import org.enlace.ledger.LetLapse;
import org.enlace.ledger.Open;
import org.enlace.ledger.Postpone;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.Progress;
import org.enlace.ledger.Receive;
import org.enlace.ledger.RefuseConditions;
import org.enlace.ledger.Result;
import org.enlace.ledger.Send;
import org.enlace.ledger.Share;
import org.enlace.ledger.TakeInCharge;
import org.enlace.ledger.Transfer;
import org.enlace.ledger.Until;
import org.enlace.ledger.UpholdConditions;
import org.jspecify.annotations.Nullable;

/**
 * What the acts of a request amount to. Days in acts are days of the requested authority and last until their end there.
 *
 * @param paused the stage to which a notice goes back when the requesting state wants to go on; null where there is none
 * @param read whether anybody of the requested state ever opened it: from then on it cannot be recalled
 * @param since from when the target of taking in charge runs
 * @param nextDate by when the requested authority said it would be heard of; null before it is in charge
 * @param asked what is asked of the requesting side; null when no question is open
 * @param until the last day guaranteed; null before preservation
 * @param dissent that the requested side cannot accept the conditions of the request; null where it does not say so, or has opened it since
 * @param destruction whether the requesting side asked for destruction and has no answer yet
 */
public record Standing(
        Stage stage,
        @Nullable Stage paused,
        boolean read,
        Instant since,
        @Nullable Until nextDate,
        @Nullable Question asked,
        @Nullable LocalDate until,
        Given results,
        @Nullable Dissent dissent,
        boolean destruction) {

    /**
     * A question of the requested authority.
     *
     * @param due until when an answer is asked for
     * @param items ids of the fields to be repaired
     */
    public record Question(LocalDate due, List<String> items) {}

    static Standing sent(Send send, Instant at) {
        var stage = send.status() == Send.Status.COMMENT ? Stage.COMMENTING : Stage.SENT;
        return new Standing(stage, null, false, at, null, null, null, Given.NONE, null, false);
    }

    Standing after(Fact fact) {
        var act = fact.act().act();
        return switch (fact.act().coded()) {
            case Send send -> throw new IllegalStateException("a request is sent once");
            case Open open -> opened();
            case TakeInCharge taken -> at(Stage.IN_CHARGE).heard(taken.nextDate());
            case Accept accepted -> at(Stage.ACCEPTED).heard(accepted.nextDate());
            case Postpone postponed -> at(Stage.POSTPONED).heard(Until.of(postponed.until()));
            case Progress progress -> heard(progress.nextDate());
            case Assign assigned -> this;
            case Call call -> this;
            case Share share -> this;
            case Transfer transfer -> transferred(fact.at());
            case Ask ask -> asking(new Question(ask.due(), ask.items()));
            case Answer answer -> answered(fact.at());
            case Decline decline -> declined(decline);
            case Preserve preserved -> at(Stage.PRESERVED).guaranteed(preserved.until());
            case Execute executed -> at(executed.full() ? Stage.EXECUTED : Stage.PARTLY_EXECUTED);
            case Result result -> given(result).with(results.given(act, result.conditions(), isGivenAgain()));
            case Receive receive -> with(results.received(receive.result())).received();
            case RefuseConditions refused ->
                refused.result() == null ? dissenting(Dissent.OPEN) : with(results.refused(refused.result()));
            case UpholdConditions upheld ->
                upheld.result() == null ? dissenting(Dissent.ANSWERED) : with(results.upheld(upheld.result()));
            case AskUse use -> with(results.asked(act, use));
            case GrantUse use -> with(results.decided(use.decision()));
            case Destroy destroyed -> destroyed(destroyed.destroyed());
            case LetLapse lapse -> ended(Stage.LAPSED);
            case Close close -> ended(Stage.CLOSED);
            case Coded.Plain.WITHDRAW -> ended(Stage.WITHDRAWN);
            case Coded.Plain.ASK_DESTRUCTION ->
                new Standing(stage, paused, read, since, nextDate, asked, until, results, dissent, true);
            case Coded.Plain.ENQUIRE, Coded.Plain.ADD, Coded.Plain.COMMENT -> this;
        };
    }

    /** The guarantee has run out, and nobody has decided that it may. */
    public boolean isLapsed(ZoneId requestedZone, Instant now) {
        return stage == Stage.PRESERVED && until != null && !now.isBefore(endOf(until, requestedZone));
    }

    /**
     * Whether the result is there, also where the request was closed since: what is given from then on corrects or supplements it. Not while something else is wanted in its
     * place, since its conditions were refused.
     */
    public boolean isAnswered() {
        return switch (stage) {
            case ANSWERED -> !results.isRefused();
            case RECEIVED -> true;
            case CLOSED -> results.isAny();
            default -> false;
        };
    }

    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private Standing at(Stage next) {
        return new Standing(next, null, read, since, nextDate, asked, until, results, dissent, destruction);
    }

    private Standing heard(Until next) {
        return new Standing(stage, paused, read, since, next, asked, until, results, dissent, destruction);
    }

    private Standing asking(@Nullable Question question) {
        return new Standing(stage, paused, read, since, nextDate, question, until, results, dissent, destruction);
    }

    private Standing guaranteed(LocalDate last) {
        return new Standing(stage, paused, read, since, nextDate, asked, last, results, dissent, destruction);
    }

    private Standing dissenting(Dissent said) {
        return new Standing(stage, paused, read, since, nextDate, asked, until, results, said, destruction);
    }

    private Standing with(Given more) {
        return new Standing(stage, paused, read, since, nextDate, asked, until, more, dissent, destruction);
    }

    /** A draft shared for comment stays one. */
    private Standing opened() {
        var next = stage == Stage.SENT ? Stage.OPENED : stage;
        return new Standing(next, paused, true, since, nextDate, asked, until, results, null, destruction);
    }

    /** The authority that has it now begins where the first one began, with its own time to do so; an open question stays open. */
    private Standing transferred(Instant at) {
        return new Standing(Stage.SENT, null, read, at, null, asked, until, results, null, destruction);
    }

    /** An answer also means, after a notice: go on nevertheless. Where a question came before anybody took charge, the time to do so begins anew. */
    private Standing answered(Instant at) {
        var next = paused == null ? stage : paused;
        var from = next == Stage.SENT || next == Stage.OPENED ? at : since;
        return new Standing(next, null, read, from, nextDate, null, until, results, dissent, destruction);
    }

    /** Where part is refused, the rest stays where it is. */
    private Standing declined(Decline decline) {
        if (decline.isNotice()) {
            return new Standing(
                    Stage.NOTICED, stage, read, since, nextDate, null, until, results, dissent, destruction);
        }
        return decline.whole() ? ended(Stage.DECLINED) : this;
    }

    /** Before the final result, others are given in their own right and not in place of one that was refused. */
    private boolean isGivenAgain() {
        return (stage == Stage.ANSWERED || stage == Stage.PRESERVED) && results.isRefused();
    }

    /** What is disclosed of preserved data leaves them preserved, whether or not more of it follows. What corrects a result is to be received as that one was. */
    private Standing given(Result result) {
        if (stage == Stage.PRESERVED) {
            return this;
        }
        return result.complete() || isAnswered()
                ? at(Stage.ANSWERED).asking(null)
                : stage == Stage.EXECUTED || stage == Stage.ANSWERED ? this : at(Stage.PARTLY_EXECUTED);
    }

    private Standing received() {
        return stage == Stage.ANSWERED && results.isSettled() ? at(Stage.RECEIVED) : this;
    }

    /** What was asked to be destroyed and is, is withdrawn; what is kept goes on. */
    private Standing destroyed(boolean gone) {
        var next = gone && !stage.isEnd() ? ended(Stage.WITHDRAWN) : this;
        return new Standing(
                next.stage, next.paused, read, since, next.nextDate, next.asked, until, results, next.dissent, false);
    }

    private Standing ended(Stage end) {
        return new Standing(end, null, read, since, nextDate, null, until, results, null, destruction);
    }
}
