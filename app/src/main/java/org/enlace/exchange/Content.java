package org.enlace.exchange;

import org.enlace.documents.SealedFiles;
import org.enlace.ledger.Act;
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
    void bring(Request request) {
        var act = request.last().act();
        requireRoles(act);
        for (var each : act.content()) {
            files.bring(
                    each.document(),
                    act.request(),
                    act.authority(),
                    each.sha256().hex(),
                    each.size());
        }
        admit(request);
    }

    /** The requested side reads nothing before its officer has said, signed, that the request is opened; and after a recall nothing ever. */
    private void admit(Request request) {
        switch (request.last().kind()) {
            case SEND -> files.admit(request.id(), request.requesting().authority());
            case OPEN -> files.admit(request.id(), request.requested().authority());
            case WITHDRAW -> {
                if (request.first(Kind.OPEN).isEmpty()) {
                    keys.remove(request.id(), request.requested().authority());
                }
            }
            default -> {}
        }
    }

    private static void requireRoles(Act act) {
        var forms = count(act, Act.Role.FORM);
        var messages = count(act, Act.Role.MESSAGE);
        var attachments = count(act, Act.Role.ATTACHMENT);
        var fits = switch (Kind.of(act)) {
            case SEND -> forms == 1 && messages == 0;
            case OPEN -> act.content().isEmpty();
            case TAKE_IN_CHARGE, PRESERVE, DECLINE, ASK, ANSWER -> forms == 0 && messages == 1;
            default -> forms == 0 && messages <= 1;
            case WITHDRAW -> forms == 0 && messages <= 1 && attachments == 0;
        };
        if (!fits) {
            throw ExchangeRefusal.WRONG_CONTENT.refused();
        }
    }

    private static long count(Act act, Act.Role role) {
        return act.content().stream().filter(each -> each.role() == role).count();
    }
}
