package org.enlace.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.database.TestDatabase;
import org.enlace.ui.PublicAddress;
import org.enlace.ui.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

class PostmanTests {

    private static final Instant NOW = Instant.parse("2026-03-15T01:52:00Z");

    private static final NoticeSettings SETTINGS = new NoticeSettings(
            "enlace@enlace.example", "", List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)), Duration.ofMinutes(2));

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient client = JdbcClient.create(database.dataSource());
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Notices notices = new Notices(client, clock);
    private final Troubles troubles = new Troubles(client, clock);
    private final PublicAddress address =
            new PublicAddress(new MockEnvironment().withProperty("enlace.address", "https://enlace.example/"));
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private int port;

    @BeforeEach
    void startMailServer() {
        mail.start();
        port = mail.getSmtp().getPort();
    }

    @AfterEach
    void stopMailServer() {
        mail.stop();
    }

    @Test
    void deliversWhatWasQueuedOnce() throws Exception {
        notices.queue(notice("delivered/1", "sample-cri-24-7@enlace.example"));
        notices.queue(notice("delivered/1", "sample-cri-24-7@enlace.example"));

        postman(clock).deliver();
        postman(clock).deliver();

        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(notices.oldestUnsent()).isEmpty();
        assertThat(mail.getReceivedMessages()[0].getMessageID()).matches("<[0-9a-f-]{36}@enlace\\.example>");
    }

    @Test
    void saysReferenceUrgencyDeadlineAndLinkInTheLanguageOfTheRecipient() throws Exception {
        notices.queue(notice("delivered/2", "sample-cri-24-7@enlace.example"));

        postman(clock).deliver();

        var received = mail.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Enlace: una solicitud para su autoridad · PRY-2026-0142");
        assertThat(text(received))
                .contains(
                        "Referencia: PRY-2026-0142",
                        "Urgencia: urgente",
                        "14 mar 2026, 20:22 Costa Rica (15 mar 2026, 02:22 UTC)")
                .contains("https://enlace.example/requests/1");
    }

    /** RFC 8058: programs offer a button that writes to the address without showing a page. */
    @Test
    void whatPeopleFollowCanBeStoppedWithOneClickInTheMailProgramAndNothingElseCan() throws Exception {
        notices.queue(Notice.forAccount(
                "updates/1",
                "account:1",
                "observer@enlace.example",
                Language.FR,
                Notice.Kind.UPDATES,
                "/updates/mail/0192e4a6-0000-7000-8000-000000000001?since=2026-03-14"));
        notices.queue(notice("delivered/7", "sample-cri-24-7@enlace.example"));

        sort();
        postman(clock).deliver();

        var digest = received("observer@enlace.example");
        assertThat(digest.getHeader("List-Unsubscribe"))
                .containsExactly("<https://enlace.example/updates/mail/0192e4a6-0000-7000-8000-000000000001/stop>");
        assertThat(digest.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(received("sample-cri-24-7@enlace.example").getHeader("List-Unsubscribe"))
                .isNull();
    }

    @Test
    void keepsWhatTheServerCannotTakeNow() {
        notices.queue(notice("delivered/3", "sample-cri-24-7@enlace.example"));
        mail.stop();

        postman(clock).deliver();

        assertThat(notices.oldestUnsent()).contains(NOW);
        assertThat(troubles.of("authority:sample-cri-24-7")).isEmpty();

        var back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            postman(Clock.fixed(NOW.plusSeconds(61), ZoneOffset.UTC)).deliver();
            assertThat(back.getReceivedMessages()).hasSize(1);
        } finally {
            back.stop();
        }
    }

    @Test
    void showsWhatCanNeverBeDelivered() {
        notices.queue(notice("delivered/4", "not an address"));
        notices.queue(notice("delivered/5", "sample-cri-24-7@enlace.example"));

        postman(clock).deliver();

        assertThat(troubles.of("authority:sample-cri-24-7"))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.recipient()).isEqualTo("not an address"));
        assertThat(mail.getReceivedMessages())
                .as("one bad address stops nobody else")
                .hasSize(1);
    }

    @Test
    void waitsWithoutAMailServer() {
        notices.queue(notice("delivered/6", "sample-cri-24-7@enlace.example"));

        new Postman(
                        new Outbox(client, SETTINGS, clock),
                        new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class),
                        new Writing(SETTINGS, address, clock))
                .deliver();

        assertThat(notices.oldestUnsent()).contains(NOW);
    }

    @Nested
    class ASecretLink {

        private static final String LINK = "/invitations/qfJ0V0NBTkFSWS1JTlZJVEFUSU9O";

        @Test
        void isGoneOnceTheMailWasSent() throws Exception {
            notices.queue(invitation("invitation/1", "newcomer@enlace.example"));
            assertThat(kept()).as("without it there would be no mail").contains(LINK);

            postman(clock).deliver();

            assertThat(text(mail.getReceivedMessages()[0])).contains("https://enlace.example" + LINK);
            assertThat(kept()).doesNotContain(LINK);
        }

        @Test
        void isGoneOnceTheMailCannotBeDelivered() {
            notices.queue(invitation("invitation/2", "not an address"));

            postman(clock).deliver();

            assertThat(kept()).doesNotContain(LINK);
            assertThat(troubles.of("account:newcomer")).hasSize(1);
        }

        @Test
        void doesNotWaitForAMailServerForMoreThanADay() {
            notices.queue(invitation("invitation/3", "newcomer@enlace.example"));
            notices.queue(notice("delivered/7", "sample-cri-24-7@enlace.example"));
            mail.stop();

            postman(clock).deliver();
            assertThat(kept()).contains(LINK);
            postman(Clock.fixed(NOW.plus(Duration.ofHours(25)), ZoneOffset.UTC)).deliver();

            assertThat(kept()).doesNotContain(LINK).contains("/requests/1");
            assertThat(troubles.of("account:newcomer")).hasSize(1);
        }

        @Test
        void cannotStayByMistake() {
            notices.queue(invitation("invitation/4", "newcomer@enlace.example"));
            assertThatThrownBy(() -> client.sql("update notices.notice set sent_at = queued_at")
                            .update())
                    .hasMessageContaining("settled_secret_link_is_gone");
        }

        private static Notice invitation(String effectKey, String recipient) {
            return Notice.forAccount(
                    effectKey, "account:newcomer", recipient, Language.PT, Notice.Kind.INVITATION, LINK);
        }

        private String kept() {
            return String.join(
                    "\n",
                    client.sql("select n::text from notices.notice n")
                            .query(String.class)
                            .list());
        }
    }

    @Nested
    class AMail {

        /** Whatever a mail may say is in the templates; so no template may have a place for more than reference, moment, city and link. */
        @Test
        void hasNoPlaceForTheMatter() {
            for (var language : Language.values()) {
                for (var kind : Notice.Kind.values()) {
                    var words = Words.of("notices", language);
                    assertThat(Stream.of("subject", "what").map(part -> words.find("mail." + kind + "." + part)))
                            .as("%s in %s", kind, language)
                            .allSatisfy(sentence -> assertThat(sentence)
                                    .hasValueSatisfying(text -> assertThat(text).doesNotContain("{")));
                }
            }
            assertThat(Arrays.stream(Notice.class.getRecordComponents()).map(component -> component.getName()))
                    .containsExactlyInAnyOrder(
                            "effectKey",
                            "audience",
                            "recipient",
                            "language",
                            "kind",
                            "reference",
                            "urgent",
                            "deadline",
                            "zone",
                            "path");
        }
    }

    private Postman postman(Clock at) {
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        var beans = new StaticListableBeanFactory();
        beans.addBean("mail", server);
        return new Postman(
                new Outbox(client, SETTINGS, at),
                beans.getBeanProvider(JavaMailSender.class),
                new Writing(SETTINGS, address, at));
    }

    private void sort() {
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
        new Sorting(client, Timetable.NONE, transactions, clock).sort();
    }

    private static Notice notice(String effectKey, String recipient) {
        return new Notice(
                effectKey,
                "authority:sample-cri-24-7",
                recipient,
                Language.ES,
                Notice.Kind.REQUEST_ARRIVED,
                "PRY-2026-0142",
                true,
                NOW.plusSeconds(1800),
                ZoneId.of("America/Costa_Rica"),
                "/requests/1");
    }

    private MimeMessage received(String recipient) throws Exception {
        for (var message : mail.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equals(recipient)) {
                return message;
            }
        }
        throw new AssertionError("nothing came for " + recipient);
    }

    private static String text(MimeMessage message) throws Exception {
        return String.valueOf(message.getContent());
    }
}
