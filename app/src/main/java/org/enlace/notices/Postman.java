package org.enlace.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Carries letters from the outbox to the mail server. Without a mail server ({@code spring.mail.host} unset) the letters wait, and the page of the operator says so.
 * One bad address never stops the others.
 */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int BAG = 20;

    private final Outbox outbox;
    private final ObjectProvider<JavaMailSender> server;
    private final Writing writing;

    Postman(Outbox outbox, ObjectProvider<JavaMailSender> server, Writing writing) {
        this.outbox = outbox;
        this.server = server;
        this.writing = writing;
    }

    @Scheduled(fixedDelayString = "${enlace.notices.every:1s}")
    void deliver() {
        outbox.expire();
        server.ifAvailable(sender -> {
            var bag = outbox.take(BAG);
            while (!bag.isEmpty()) {
                bag = deliver(bag, sender) ? outbox.take(BAG) : List.of();
            }
        });
    }

    /** False when the mail server itself is in trouble: waiting for it once in a round is enough, and the rest goes back. */
    private boolean deliver(List<Outbox.Letter> bag, JavaMailSender sender) {
        for (int at = 0; at < bag.size(); at++) {
            if (outbox.hold(bag.get(at)) && !deliver(bag.get(at), sender)) {
                outbox.putBack(bag.subList(at + 1, bag.size()));
                return false;
            }
        }
        return true;
    }

    private boolean deliver(Outbox.Letter letter, JavaMailSender sender) {
        try {
            sender.send(writing.message(letter, sender));
            outbox.sent(letter);
            return true;
        } catch (MailException | MessagingException problem) {
            var cause = cause(problem);
            var reason = shortened(cause);
            LOG.warn("notice {} not delivered, attempt {}: {}", letter.id(), letter.attempts(), reason);
            if (isForGood(cause)) {
                outbox.refused(letter, reason);
            } else {
                outbox.postponed(letter, reason);
            }
            return isAboutTheLetter(cause);
        }
    }

    private static Throwable cause(Exception problem) {
        var cause = problem instanceof MailSendException sending && sending.getMessageExceptions().length > 0
                ? sending.getMessageExceptions()[0]
                : problem;
        return cause instanceof SendFailedException failed && failed.getNextException() != null
                ? failed.getNextException()
                : cause;
    }

    /** 5xx from the server, or an address that is none; everything else may pass. */
    private static boolean isForGood(@Nullable Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException refused -> refused.getReturnCode() >= 500;
            case SMTPSendFailedException refused -> refused.getReturnCode() >= 500;
            case AddressException wrong -> true;
            case null, default -> false;
        };
    }

    /** The server, or the address, said something about this one; the others have the same chance as before. */
    private static boolean isAboutTheLetter(@Nullable Throwable cause) {
        return cause instanceof SendFailedException || cause instanceof AddressException;
    }

    private static String shortened(Throwable cause) {
        var said = String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
        return said.length() > 200 ? said.substring(0, 200) : said;
    }
}
