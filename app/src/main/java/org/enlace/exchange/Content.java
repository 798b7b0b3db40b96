package org.enlace.exchange;

import java.util.UUID;
import org.enlace.documents.SealedFiles;
import org.enlace.ledger.Act;
import org.enlace.ledger.Coded;
import org.enlace.ledger.GrantUse;
import org.enlace.ledger.Open;
import org.enlace.ledger.Receive;
import org.enlace.ledger.RefuseConditions;
import org.enlace.ledger.Result;
import org.enlace.ledger.Send;
import org.enlace.ledger.Share;
import org.enlace.ledger.Transfer;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Request;
import org.enlace.procedure.Shares;
import org.springframework.stereotype.Component;

/** The sealed content that acts bring, of the roles their kinds demand; and who may read it from which act on. */
@Component
class Content {

    private final SealedFiles files;
    private final RequestKeys keys;

    Content(SealedFiles files, RequestKeys keys) {
        this.files = files;
        this.keys = keys;
    }

    /** What the last act of the request brings, and whom it lets read. Within the transaction of the act. */
    void bring(Request request, String uploader) {
        var act = request.last().act();
        requireRoles(act);
        for (var each : act.content()) {
            files.bring(each.document(), act.request(), uploader, each.sha256().hex(), each.size());
        }
        admit(request);
    }

    /**
     * The requested side reads nothing before its officer has said, signed, that the request is opened; after a recall nothing ever; after a transfer nothing that
     * comes later. The requesting side reads no result before its officer has accepted the conditions, and nobody it shared the request with reads one whose conditions
     * keep it with the two authorities.
     */
    private void admit(Request request) {
        var act = request.last().act();
        switch (act.coded()) {
            case Send send -> files.admit(request.id(), act.authority());
            case Open open -> files.admit(request.id(), act.authority());
            case Transfer transfer -> files.dismiss(request.id(), act.authority());
            case Share share ->
                files.admit(request.id(), share.to(), request.requesting().authority());
            case Result result -> {
                act.content()
                        .forEach(each -> files.withhold(
                                each.document(), request.requesting().authority()));
                confine(request);
            }
            case GrantUse decided -> confine(request);
            case Receive receive -> release(request, receive.result());
            case Coded.Plain.WITHDRAW -> {
                if (!request.standing().read()) {
                    keys.remove(request.id(), request.requested().authority());
                }
            }
            default -> {}
        }
    }

    /** Leave that was granted opens what its conditions kept back. */
    private void confine(Request request) {
        var confined = Shares.confined(request);
        request.facts().stream()
                .filter(fact -> fact.kind() == Kind.RESULT)
                .forEach(fact -> fact.act()
                        .content()
                        .forEach(each -> files.confine(
                                each.document(), confined.contains(fact.act().act()))));
    }

    private void release(Request request, UUID result) {
        request.facts().stream()
                .filter(fact -> fact.act().act().equals(result))
                .flatMap(fact -> fact.act().content().stream())
                .forEach(each -> files.release(each.document()));
    }

    private static void requireRoles(Act act) {
        var forms = count(act, Act.Role.FORM);
        var messages = count(act, Act.Role.MESSAGE);
        var attachments = count(act, Act.Role.ATTACHMENT);
        var fits = switch (Kind.of(act)) {
            case SEND -> forms == 1 && messages == 0;
            case OPEN, RECEIVE -> act.content().isEmpty();
            case TAKE_IN_CHARGE, ACCEPT, POSTPONE, PRESERVE, DECLINE, ASK, ANSWER, ADD, RESULT, ASK_USE, COMMENT ->
                forms == 0 && messages == 1;
            case REFUSE_CONDITIONS, UPHOLD_CONDITIONS ->
                forms == 0 && attachments == 0 && messages <= (isUnread(act) ? 0 : 1);
            case EXECUTE -> forms == 0 && messages <= 1;
            default -> forms == 0 && messages <= 1 && attachments == 0;
        };
        if (!fits) {
            throw ExchangeRefusal.WRONG_CONTENT.refused();
        }
    }

    /** Whoever refuses the conditions of the request has not opened it, and can seal nothing. */
    private static boolean isUnread(Act act) {
        return act.coded() instanceof RefuseConditions refused && refused.result() == null;
    }

    private static long count(Act act, Act.Role role) {
        return act.content().stream().filter(each -> each.role() == role).count();
    }
}
