package org.enlace.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.enlace.ui.PublicAddress;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Writes a letter as the mail that leaves. */
@Component
record Writing(NoticeSettings settings, PublicAddress address, Clock clock) {

    MimeMessage message(Outbox.Letter letter, JavaMailSender sender) throws MessagingException {
        var notice = letter.notice();
        var text = new LetterText(notice, letter.together(), address);
        var message = new StableMessage(
                sender.createMimeMessage(),
                "<" + letter.id() + "@" + address.uri().getHost() + ">",
                settings.envelope(letter.id()));
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(notice.recipient(), true));
        message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
        message.setText(text.body(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", notice.language().tag());
        if (notice.stop().isPresent()) {
            message.setHeader(
                    "List-Unsubscribe", "<" + address.link(notice.stop().get()) + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setSentDate(Date.from(clock.instant()));
        message.saveChanges();
        return message;
    }

    /**
     * A message that keeps the Message-ID it was given, so that a repeat after a crash is recognised as the same mail, and so is the report of a mail server that
     * could not deliver it.
     */
    private static final class StableMessage extends SMTPMessage {

        private final String id;

        StableMessage(MimeMessage source, String id, String envelope) throws MessagingException {
            super(source.getSession());
            this.id = id;
            setEnvelopeFrom(envelope);
            setReturnOption(RETURN_HDRS);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
