package org.enlace.upkeep;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The mail servers of the world, for one test class: what was sent to whom, and reports that come back to the mailbox of returns. */
final class MailWorld {

    private static final Pattern LINK = Pattern.compile("http://\\S+(/check/[A-Za-z0-9_-]{43})\\?lang=(..)");

    private final Set<String> forgotten = new HashSet<>();
    private final GreenMail servers = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    static MailWorld open() {
        var world = new MailWorld();
        world.servers.start();
        world.servers.setUser("returns@enlace.example", "returns", "secret");
        return world;
    }

    int smtp() {
        return servers.getSmtp().getPort();
    }

    int imap() {
        return servers.getImap().getPort();
    }

    /** From now on only what arrives later counts. */
    void forgetAll() {
        Arrays.stream(servers.getReceivedMessages()).map(MailWorld::id).forEach(forgotten::add);
    }

    /** What arrived for an address within ten seconds, at least so many. */
    List<MimeMessage> to(String address, int atLeast) {
        return to(address, "", atLeast);
    }

    /** Of these only what says something. */
    List<MimeMessage> to(String address, String said, int atLeast) {
        var deadline = System.nanoTime() + 10_000_000_000L;
        var found = arrived(address, said);
        while (found.size() < atLeast && System.nanoTime() < deadline) {
            sleep();
            found = arrived(address, said);
        }
        return found;
    }

    private List<MimeMessage> arrived(String address, String said) {
        return arrived(address).stream()
                .filter(mail -> text(mail).contains(said))
                .toList();
    }

    /** The link in the newest mail to an address, without the address of the server. */
    String link(String address, int number) {
        var found = LINK.matcher(text(to(address, number).get(number - 1)));
        if (!found.find()) {
            throw new AssertionError("no link in the mail to " + address);
        }
        return found.group(1);
    }

    static String text(MimeMessage mail) {
        try {
            return mail.getSubject() + "\n" + mail.getContent();
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The recipient's server reports that there is no such mailbox. */
    void comeBack(MimeMessage sent) throws MessagingException {
        var report = """
                From: MAILER-DAEMON@mx.example
                To: returns@enlace.example
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="x"

                --x
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1

                --x
                Content-Type: text/rfc822-headers

                Message-ID: %s

                --x--
                """.formatted(sent.getAllRecipients()[0], sent.getMessageID());
        servers.getUserManager()
                .getUser("returns")
                .deliver(new MimeMessage(
                        (jakarta.mail.Session) null,
                        new ByteArrayInputStream(report.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private List<MimeMessage> arrived(String address) {
        return Arrays.stream(servers.getReceivedMessages())
                .filter(mail -> isTo(mail, address) && !forgotten.contains(id(mail)))
                .toList();
    }

    private static String id(MimeMessage mail) {
        try {
            return String.valueOf(mail.getMessageID());
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            var recipients = mail.getRecipients(Message.RecipientType.TO);
            return recipients != null && recipients[0].toString().equals(address);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
