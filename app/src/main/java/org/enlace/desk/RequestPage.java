package org.enlace.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.exchange.Deadline;
import org.enlace.exchange.Linked;
import org.enlace.exchange.Taken;
import org.enlace.forms.FormBasis;
import org.enlace.ledger.Destroy;
import org.enlace.ledger.Send;
import org.enlace.procedure.Called;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Request;
import org.enlace.procedure.Shares;
import org.enlace.procedure.Side;
import org.enlace.procedure.Stage;
import org.enlace.procedure.Standing;
import org.enlace.procedure.Turn;
import org.enlace.procedure.Unaccepted;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * A request as either side sees it: whose turn, what is asked (opened in the browser), what happened, by when, who can see it. The title and the marking hold
 * nothing of what was sealed.
 *
 * @param chain what was begun, extended and followed up in one matter, this request among them
 * @param sequels what follows on it between other authorities
 * @param side the reader's
 * @param held whether the reader's authority may act on it; else it has transferred it, or the requesting authority shared it with theirs
 * @param kept whether the reader's authority keeps a copy of the request's key; not after a recall, nor after it gave the request up
 * @param lines what happened, in order, receipts among them
 * @param conditions under which it was sent
 * @param refused why the requested side cannot accept them, in words; null where it does not say so
 * @param results what came back, each under its own
 * @param forms the forms of the acts that the reader may do now, the one whose turn it is first
 * @param reasons for which conditions can be refused
 * @param followed whether some form continues such a request
 * @param readers of the reader's own authority; how many the other has is its own business
 * @param undelivered whether the notice to the other side's mailbox came back
 * @param done the reader's act that was just recorded, or null
 * @param yours the reader's zone
 */
record RequestPage(
        Request request,
        List<Linked> chain,
        List<SequelView> sequels,
        Side side,
        PartyView requesting,
        PartyView requested,
        Situation situation,
        boolean held,
        boolean kept,
        List<TimelineLine> lines,
        ConditionsView conditions,
        @Nullable String refused,
        List<ResultView> results,
        List<ActForm> forms,
        List<ActForm.Option> reasons,
        boolean followed,
        Readers readers,
        boolean undelivered,
        @Nullable Taken done,
        ZoneId yours)
        implements Page {

    /** What is done about the conditions of a result stands with it. */
    private static final Set<Kind> BESIDE_RESULTS =
            Set.of(Kind.RECEIVE, Kind.REFUSE_CONDITIONS, Kind.UPHOLD_CONDITIONS);

    @Override
    public String title(Words words) {
        return words.say("measure." + request.sending().measure()) + " · " + request.reference();
    }

    @Override
    public boolean needsKey() {
        return true;
    }

    @Override
    public String marking() {
        return request.reference();
    }

    @Override
    public LocalDate asOf() {
        return now().atZone(yours).toLocalDate();
    }

    Instant now() {
        return situation.now();
    }

    /** Whether it came as a carried file. */
    boolean isCarried() {
        return request.facts().getFirst().isCarried();
    }

    /** From when its periods run, and why. */
    String reckoning(Words words) {
        var zone = request.requested().zone();
        return Called.agreed(request)
                .map(call -> words.say("carry.from-call", words.momentIn(call, zone, yours)))
                .orElseGet(() -> words.say("carry.from-import", words.momentIn(request.sentAt(), zone, yours)));
    }

    @Nullable
    Turn turn() {
        return situation.turn();
    }

    UUID id() {
        return request.id();
    }

    PartyView own() {
        return side == Side.REQUESTING ? requesting : requested;
    }

    PartyView other() {
        return side == Side.REQUESTING ? requested : requesting;
    }

    Standing standing() {
        return request.standing();
    }

    boolean isOpened() {
        return request.isOpened();
    }

    /** Whether the reader can open what is sealed here: their own request always, another's once opened, nothing after a recall or once it was given up. */
    boolean isReadable() {
        return kept && (!held || side == Side.REQUESTING || isOpened());
    }

    /** Whether the reader's authority could open it once, and gave it up. */
    boolean isGivenUp() {
        return !kept && (side == Side.REQUESTING || standing().read());
    }

    /** Whether another authority of the reader's state lets theirs read it. */
    boolean isShared() {
        return !held && side == Side.REQUESTING;
    }

    /** The results that are not for the reader, as their conditions say. */
    Set<UUID> confined() {
        return isShared() ? Shares.confined(request) : Set.of();
    }

    boolean mayOpen() {
        return held && request.open(side).contains(Kind.OPEN);
    }

    /** Whether the reader, who may open it, may also say that the conditions cannot be accepted; the reasons that can be given. */
    List<ActForm.Option> refusals() {
        return mayOpen() && Unaccepted.isRefusable(request) ? reasons : List.of();
    }

    /** Whether a part of the result waits for the reader while the other side goes on. */
    boolean isPartWaiting() {
        return held
                && side == Side.REQUESTING
                && !isMine()
                && !Unaccepted.refusable(request).isEmpty();
    }

    /** Whether the reader is to take it back and send it under other conditions, or to say that these stand. */
    boolean isToSendAgain() {
        var turn = turn();
        return isMine() && turn != null && turn.task() == Turn.Task.SEND_AGAIN;
    }

    /** Where what was taken back is written again, with the answers that it had; null where it was not the reader's, or not taken back. */
    @Nullable
    String again() {
        if (!held || !kept || side == Side.REQUESTED || standing().stage() != Stage.WITHDRAWN) {
            return null;
        }
        var sending = request.sending();
        return "/requests/new?"
                + switch (sending.status()) {
                    case NEW -> "again=" + id();
                    case EXTENSION -> "extends=" + sending.earlier();
                    case FOLLOW_UP -> "follows=" + sending.earlier() + "&measure=" + sending.measure();
                    case COMMENT -> "measure=" + sending.measure();
                };
    }

    boolean isMine() {
        var turn = turn();
        return held && turn != null && turn.side() == side;
    }

    /** Whether the reader should rather telephone than wait: something urgent that nobody has taken in charge, or anything overdue. */
    boolean isToBeCalled() {
        var turn = turn();
        if (turn == null || isMine() || !held) {
            return false;
        }
        var countdown = countdown();
        var unheard = turn.task() == Turn.Task.OPEN || turn.task() == Turn.Task.TAKE_IN_CHARGE;
        return (unheard && request.sending().urgent()) || (countdown != null && countdown.isLate());
    }

    @Nullable
    Countdown countdown() {
        var turn = turn();
        return turn == null || turn.due() == null ? null : new Countdown(turn.due(), now());
    }

    /** By when, in the place of the requested authority, where days end; and by the reader's clock. */
    String due(String key, Countdown countdown, Words words) {
        return words.say(key, words.momentIn(countdown.last(requested.zone()), requested.zone(), yours));
    }

    String turnStyle() {
        var turn = turn();
        if (turn == null) {
            return "over-with";
        }
        var countdown = countdown();
        var late = countdown != null && countdown.isLate();
        return isMine() ? (countdown == null ? "" : countdown.style()) : late ? "theirs late" : "theirs";
    }

    /** The words of the turn: {@code turn.mine.open}, {@code turn.theirs.execute}, {@code over.preserved} … */
    String turnKey() {
        if (!held) {
            return isShared() ? "over.shared" : "over.transferred";
        }
        var turn = turn();
        if (turn != null) {
            return (isMine() ? "turn.mine." : "turn.theirs.") + task(turn);
        }
        if (standing().isLapsed(requested.zone(), now())) {
            return request.isProlonged() ? "over.prolonged" : "over.extended";
        }
        return request.isProlonged()
                ? "over.prolonged"
                : "over." + (isDestroyed() ? "destroyed" : standing().stage().code());
    }

    /** Who is named in those words. */
    String turnOf() {
        return isShared() ? requesting.named() : other().stateName();
    }

    /** What heads them. */
    String turnTitle() {
        return isShared() ? "turn.shared" : turn() == null ? "turn.nobody" : isMine() ? "turn.yours" : "turn.waiting";
    }

    private boolean isDestroyed() {
        return request.facts().stream()
                .anyMatch(fact -> fact.act().coded() instanceof Destroy destroyed && destroyed.destroyed());
    }

    /** What is waited for, in words: to preserve, to receive what was disclosed of it, and to accept conditions of which it was said that they stand, are tasks of their own. */
    String task(Turn turn) {
        var code = turn.task().code();
        return switch (turn.task()) {
            case EXECUTE -> isPreservation() ? code : "do";
            case OPEN -> isDraft() ? code + "-draft" : Unaccepted.isUpheld(request) ? code + "-upheld" : code;
            case RECEIVE ->
                Unaccepted.isUpheld(request) ? code + "-upheld" : isPreservation() ? "receive-disclosed" : code;
            default -> code;
        };
    }

    boolean isPreservation() {
        return request.admitted().contains(Kind.PRESERVE);
    }

    /** Whether an extension was asked for, and is not granted, of a guarantee that nothing else keeps. */
    boolean isExtensionOpen() {
        return standing().stage() == Stage.PRESERVED && request.isExtensionAsked() && !request.isContinued();
    }

    /** An extension may be asked for as long as none stands. When it is due it is offered as the reader's turn, and not once more below. */
    boolean mayExtend() {
        return kept
                && side == Side.REQUESTING
                && standing().stage() == Stage.PRESERVED
                && !request.isContinued()
                && !request.isExtensionAsked();
    }

    /** Whether a request of another kind may be begun with what was written here. */
    boolean mayFollow() {
        return followed
                && kept
                && side == Side.REQUESTING
                && standing().stage() != Stage.WITHDRAWN
                && standing().stage() != Stage.COMMENTING;
    }

    /** Whether the reader is to decide what follows a guarantee that ends, or has ended, or may continue it since it was shared. */
    boolean isFollowUp() {
        var turn = turn();
        return turn != null
                && (isMine() || isShared())
                && (turn.task() == Turn.Task.FOLLOW_UP || turn.task() == Turn.Task.DECIDE_LAPSE);
    }

    /** What can be done about it; while an extension is asked for, not that one can be asked for. */
    String followUpKey() {
        var task = Objects.requireNonNull(turn()).task();
        return task == Turn.Task.FOLLOW_UP && isExtensionOpen()
                ? "turn.follow-up.asked.how"
                : "turn." + task.code() + ".how";
    }

    /** The period of the profile that sets by when, and not a date that was promised or asked for; null where it is one of those. */
    @Nullable
    Deadline binding() {
        var turn = turn();
        return turn == null || turn.due() == null
                ? null
                : deadlines().stream()
                        .filter(deadline -> turn.due().equals(deadline.due()) && deadline.met() == null)
                        .findFirst()
                        .orElse(null);
    }

    /** The states that are asked in this matter already, with a blank between. */
    String asked() {
        return chain.stream().map(each -> each.asked().iso3()).distinct().collect(Collectors.joining(" "));
    }

    boolean isThis(Linked each) {
        return each.id().equals(id());
    }

    /** How far a request of the chain has come, in words. */
    String stage(Linked other, Words words) {
        return other.stage() == Stage.PRESERVED && other.until() != null
                ? words.say("linked.preserved", words.date(other.until()), words.city(requested.zone()))
                : words.say("stage." + other.stage().code());
    }

    /** When the guarantee ends, or null before preservation. */
    @Nullable
    Countdown guarantee() {
        var until = standing().until();
        return until == null ? null : new Countdown(Standing.endOf(until, requested.zone()), now());
    }

    /** A draft that was shared to be commented on: nothing is asked yet, and nothing is due. */
    boolean isDraft() {
        return request.sending().status() == Send.Status.COMMENT;
    }

    /** Who of one of the two can see this. A reader whose authority handed the request on is neither. */
    String seen(PartyView party, Words words) {
        return held && party.equals(own())
                ? words.say("seen.authority", party.named(), readers.officers())
                : words.say("seen.others", party.named());
    }

    /** The forms that are not the reader's turn, nor stand beside the result they are about. */
    List<ActForm> others() {
        return forms.stream()
                .filter(form -> !form.equals(turnForm()) && !isBesideResult(form))
                .toList();
    }

    /** The forms by which the conditions of a result are accepted, refused or upheld, as far as the reader may. */
    List<ActForm> about(ResultView result) {
        return forms.stream()
                .filter(form -> isBesideResult(form) && result.act().equals(form.subject()))
                .toList();
    }

    private static boolean isBesideResult(ActForm form) {
        return form.subject() != null && BESIDE_RESULTS.contains(form.kind());
    }

    /** The form of the act that is waited for, when it is the reader's turn. */
    @Nullable
    ActForm turnForm() {
        var turn = turn();
        if (turn == null || !isMine()) {
            return null;
        }
        return switch (turn.task()) {
            case TAKE_IN_CHARGE -> form(Kind.TAKE_IN_CHARGE);
            case EXECUTE -> executing();
            case PROGRESS -> form(Kind.PROGRESS);
            case ANSWER, DECIDE -> form(Kind.ANSWER);
            case RESULT, GIVE_AGAIN -> form(Kind.RESULT);
            case RECEIVE -> form(Kind.RECEIVE);
            case GRANT_USE -> form(Kind.GRANT_USE);
            case DESTROY -> form(Kind.DESTROY);
            case OPEN, SEND_AGAIN, FOLLOW_UP, DECIDE_LAPSE -> null;
        };
    }

    /** The next step towards what was asked: to preserve, to accept, to execute. */
    private @Nullable ActForm executing() {
        return forms.stream()
                .filter(form ->
                        form.kind() == Kind.PRESERVE || form.kind() == Kind.ACCEPT || form.kind() == Kind.EXECUTE)
                .findFirst()
                .orElse(null);
    }

    /** What an act is called here: after a notice an answer means go on nevertheless, and of what is preserved traffic data are disclosed or withheld. */
    Deed deed(ActForm form) {
        return Deed.of(form.kind(), standing(), isPreservation());
    }

    /** Whether the requesting side may ask for a disclosure that the reader's authority neither made nor withheld yet; that it does ask is sealed. */
    boolean awaitsDisclosure() {
        return held
                && kept
                && side == Side.REQUESTED
                && isPreservation()
                && isOpened()
                && !standing().stage().isEnd()
                && lines.stream()
                        .noneMatch(line ->
                                line.what().equals(Deed.DISCLOSE) || line.what().equals(Deed.WITHHOLD));
    }

    PartyView party(Side of) {
        return of == Side.REQUESTING ? requesting : requested;
    }

    /** By when the requested authority said it would be heard of, as people say it; null before it is in charge. */
    @Nullable
    Instant promised() {
        var next = standing().nextDate();
        var zone = request.requested().zone();
        return next == null ? null : new Countdown(next.end(zone), now()).last(zone);
    }

    int warnDays() {
        return (int) situation.targets().warnBefore().toDays();
    }

    List<Deadline> deadlines() {
        return situation.deadlines();
    }

    /** What a period rests on under the treaty of this request. */
    List<FormBasis> bases(Deadline deadline, Language language) {
        return FormBasis.of(deadline.rule(), request.sending().instrument(), language);
    }

    /** Whether anything runs, or could be prolonged or followed: of a draft shared for comment nothing does. */
    boolean hasDeadlines() {
        return guarantee() != null
                || isPreservation()
                || promised() != null
                || !deadlines().isEmpty()
                || ((mayExtend() || mayFollow()) && !isFollowUp());
    }

    /** How long a period still runs; null when it is met, or stands still. */
    @Nullable
    Countdown countdown(Deadline deadline) {
        return deadline.due() == null || deadline.met() != null ? null : new Countdown(deadline.due(), situation.now());
    }

    boolean hasForm(Kind kind) {
        return form(kind) != null;
    }

    private @Nullable ActForm form(Kind kind) {
        return forms.stream().filter(form -> form.kind() == kind).findFirst().orElse(null);
    }

    /**
     * How many officers can open it: nobody else can.
     *
     * @param shared those of the authorities that it was shared with, by name
     * @param own who of the reader's authority did
     */
    record Readers(int officers, List<String> shared, List<Read> own) {}

    /** @param days on how many days */
    record Read(String name, String function, int days, Instant last) {}
}
