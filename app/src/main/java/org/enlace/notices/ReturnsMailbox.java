package org.enlace.notices;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox of returns. What is a report about a notice is noted and deleted; all else is left there, marked as read, for the operator. Several processes
 * may read at once: noting twice changes nothing.
 */
@Component
class ReturnsMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnsMailbox.class);
    private static final int AT_ONCE = 200;
    private static final String PATIENCE = "20000";

    private final ReturnsSettings settings;
    private final Outbox outbox;

    ReturnsMailbox(ReturnsSettings settings, Outbox outbox) {
        this.settings = settings;
        this.outbox = outbox;
    }

    @Scheduled(
            initialDelayString = "${enlace.notices.returns-mailbox.every:1m}",
            fixedDelayString = "${enlace.notices.returns-mailbox.every:1m}")
    void read() {
        if (settings.host().isEmpty()) {
            return;
        }
        try (var store = session().getStore()) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (var folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                read(folder);
            }
        } catch (MessagingException problem) {
            LOG.warn("the mailbox of returns {} cannot be read: {}", settings, problem.getMessage());
        }
    }

    private void read(Folder folder) throws MessagingException {
        var unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        for (int at = 0; at < Math.min(unread.length, AT_ONCE); at++) {
            read(unread[at]);
        }
    }

    /** One mail that cannot be read stops no other. */
    private void read(Message mail) throws MessagingException {
        try {
            var returned = ReturnedMail.read(mail);
            mail.setFlag(Flags.Flag.SEEN, true);
            if (returned.isPresent()) {
                outbox.returned(returned.get().notice(), returned.get().reason());
                mail.setFlag(Flags.Flag.DELETED, true);
            }
        } catch (MessagingException | IOException unreadable) {
            LOG.warn("a mail in the mailbox of returns cannot be read: {}", unreadable.getMessage());
            mail.setFlag(Flags.Flag.SEEN, true);
        }
    }

    private Session session() {
        var protocol = settings.encrypted() ? "imaps" : "imap";
        var properties = new Properties();
        properties.put("mail.store.protocol", protocol);
        for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail." + protocol + '.' + limit, PATIENCE);
        }
        properties.put("mail.imaps.ssl.checkserveridentity", "true");
        return Session.getInstance(properties);
    }
}
