package org.enlace.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.enlace.Language;
import org.enlace.database.TestDatabase;
import org.enlace.ui.PublicAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;

/** A notice leaves by a real SMTP server, the report about it comes back to a mailbox on a real IMAP server. */
class ReturnsMailboxTests {

    private static final Instant NOW = Instant.parse("2026-03-15T01:52:00Z");
    private static final String AUDIENCE = "authority:sample-cri-24-7";

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient client = JdbcClient.create(database.dataSource());
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Notices notices = new Notices(client, clock);
    private final Troubles troubles = new Troubles(client, clock);
    private final Outbox outbox = new Outbox(client, settings(""), clock);
    private int smtp;

    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    @BeforeEach
    void startMailServers() {
        mail.start();
        mail.setUser("returns@enlace.example", "returns", "secret");
        smtp = mail.getSmtp().getPort();
    }

    @AfterEach
    void stopMailServers() {
        mail.stop();
    }

    @Test
    void aReportWithTheHeadersOfTheMailNamesTheNotice() throws Exception {
        var sent = send("returned/1", "");
        report("returns@enlace.example", "failed", "5.1.1", sent.getMessageID());

        read();

        assertThat(troubles.of(AUDIENCE)).singleElement().satisfies(trouble -> {
            assertThat(trouble.failure()).startsWith("5.1.1 smtp; 550");
            assertThat(trouble.failedAt()).isEqualTo(NOW);
        });
        assertThat(fate("returned/1").cameBackAt()).isEqualTo(NOW);
        assertThat(inBox()).as("a report that was noted is deleted").isEmpty();
    }

    @Test
    void aReportWithoutHeadersComesToTheAddressOfTheNotice() throws Exception {
        var sent = send("returned/2", "returns+*@enlace.example");
        var envelope = sent.getMessageID().replaceAll("<(.*)@.*", "returns+$1@enlace.example");

        report(envelope, "failed", "5.2.1", "");
        read();

        assertThat(fate("returned/2").cameBackAt()).isEqualTo(NOW);
    }

    @Test
    void whatIsOnlyLateOrAboutSomethingElseIsNoFailure() throws Exception {
        var sent = send("returned/3", "");
        report("returns@enlace.example", "delayed", "4.4.1", sent.getMessageID());
        report("returns@enlace.example", "failed", "5.1.1", "<00000000-0000-7000-8000-000000000000@enlace.example>");
        deliver("Subject: Out of office\r\nTo: returns@enlace.example\r\n\r\nI am away. " + sent.getMessageID());

        read();

        assertThat(troubles.of(AUDIENCE)).isEmpty();
        assertThat(fate("returned/3").sentAt()).isEqualTo(NOW);
        assertThat(inBox())
                .as("what is no report about a notice is left to the operator")
                .hasSize(2);
    }

    @Test
    void twoProcessesThatReadTheSameReportCountItOnce() throws Exception {
        var sent = send("returned/4", "");
        report("returns@enlace.example", "failed", "5.1.1", sent.getMessageID());
        report("returns@enlace.example", "failed", "5.7.1", sent.getMessageID());

        read();
        read();

        assertThat(troubles.of(AUDIENCE))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.failure()).startsWith("5.1.1"));
    }

    @Test
    void whatTheServerRefusesAtOnceHasComeBackToo() {
        notices.queue(notice("returned/5", "not an address"));
        postman("").deliver();

        assertThat(fate("returned/5").cameBackAt()).isEqualTo(NOW);
    }

    @Test
    void whatWeCouldNotSendSaysNothingAboutTheRecipient() {
        notices.queue(notice("returned/6", "sample-cri-24-7@enlace.example"));
        mail.stop();
        for (var hours = 0; hours < 200; hours += 25) {
            postman("", Clock.fixed(NOW.plusSeconds(hours * 3600L), ZoneOffset.UTC))
                    .deliver();
        }

        assertThat(fate("returned/6").givenUp()).isTrue();
        assertThat(fate("returned/6").cameBackAt()).isNull();
    }

    private MimeMessage send(String effectKey, String envelope) {
        notices.queue(notice(effectKey, "sample-cri-24-7@enlace.example"));
        postman(envelope).deliver();
        return mail.getReceivedMessages()[0];
    }

    private void report(String to, String action, String status, String messageId) {
        var headers = messageId.isEmpty()
                ? ""
                : "--x\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + messageId
                        + "\r\nSubject: Enlace\r\n\r\n";
        deliver("""
                From: MAILER-DAEMON@mx.example
                To: %s
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="x"

                --x
                Content-Type: text/plain

                I am sorry.

                --x
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example
                Arrival-Date: Sun, 15 Mar 2026 01:52:00 +0000

                Final-Recipient: rfc822; sample-cri-24-7@enlace.example
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 User unknown
                 in virtual mailbox table

                """.formatted(to, action, status).replace("\n", "\r\n") + headers + "--x--\r\n");
    }

    private void deliver(String text) {
        try {
            var message = new MimeMessage(
                    (jakarta.mail.Session) null, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            mail.getUserManager().getUser("returns").deliver(message);
        } catch (jakarta.mail.MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<?> inBox() throws Exception {
        return mail.getManagers()
                .getImapHostManager()
                .getInbox(mail.getUserManager().getUser("returns"))
                .getMessages();
    }

    private void read() {
        new ReturnsMailbox(
                        new ReturnsSettings("127.0.0.1", mail.getImap().getPort(), "returns", "secret", false, "INBOX"),
                        outbox)
                .read();
    }

    private Notices.Fate fate(String effectKey) {
        return java.util.Objects.requireNonNull(
                notices.fates(List.of(effectKey)).get(effectKey));
    }

    private Postman postman(String returns) {
        return postman(returns, clock);
    }

    private Postman postman(String returns, Clock at) {
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(smtp);
        var beans = new StaticListableBeanFactory();
        beans.addBean("mail", server);
        var address =
                new PublicAddress(new MockEnvironment().withProperty("enlace.address", "https://enlace.example/"));
        return new Postman(
                new Outbox(client, settings(returns), at),
                beans.getBeanProvider(JavaMailSender.class),
                new Writing(settings(returns), address, at));
    }

    private static NoticeSettings settings(String returns) {
        return new NoticeSettings(
                "enlace@enlace.example", returns, List.of(Duration.ofMinutes(1)), Duration.ofMinutes(2));
    }

    private static Notice notice(String effectKey, String recipient) {
        return new Notice(
                effectKey,
                AUDIENCE,
                recipient,
                Language.ES,
                Notice.Kind.REQUEST_ARRIVED,
                "PRY-2026-0142",
                true,
                null,
                ZoneId.of("America/Costa_Rica"),
                "/requests/1");
    }
}
