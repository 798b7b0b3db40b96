package org.enlace.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.enlace.Language;
import org.enlace.access.Movable;
import org.enlace.database.TestDatabase;
import org.enlace.ui.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** The central authority of Costa Rica wants what can wait at eight in the morning; its letters leave by a real mail server, and days pass at once. */
class DigestTests {

    private static final String AUDIENCE = "authority:cri-sample-central";
    private static final String MAILBOX = "cri-sample-central@enlace.example";
    private static final Instant NINE = Instant.parse("2026-03-16T15:00:00Z");
    private static final Instant NEXT_EIGHT = Instant.parse("2026-03-17T14:00:00Z");
    private static final NoticeSettings SETTINGS =
            new NoticeSettings("enlace@enlace.example", "", List.of(Duration.ofMinutes(1)), Duration.ofMinutes(2));

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient client = JdbcClient.create(database.dataSource());
    private final Movable clock = new Movable(NINE);
    private final Notices notices = new Notices(client, clock);
    private final Troubles troubles = new Troubles(client, clock);
    private final Outbox outbox = new Outbox(client, SETTINGS, clock);
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Map<String, Timetable.Hours> patient =
            Map.of(AUDIENCE, queued -> queued.isAfter(NEXT_EIGHT) ? NEXT_EIGHT.plus(Duration.ofDays(1)) : NEXT_EIGHT);

    @BeforeEach
    void startMailServer() {
        mail.start();
    }

    @AfterEach
    void stopMailServer() {
        mail.stop();
    }

    @Test
    void whatCanWaitComesAsOneLetterADay() throws Exception {
        for (var number = 1; number <= 3; number++) {
            notices.queue(moved("moved/" + number, "PRY-2026-000" + number, null));
            clock.pass(Duration.ofHours(2));
            deliver();
        }
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(notices.oldestUnsent()).as("nothing is late").isEmpty();

        clock.set(NEXT_EIGHT);
        deliver();
        deliver();

        assertThat(mail.getReceivedMessages()).hasSize(1);
        var digest = mail.getReceivedMessages()[0];
        assertThat(digest.getSubject()).isEqualTo("Enlace: sus avisos en un solo correo");
        assertThat(text(digest))
                .contains("PRY-2026-0001", "PRY-2026-0002", "PRY-2026-0003", "/requests/moved/2", "/desk/letters");
        assertThat(notices.fates(List.of("moved/1", "moved/2", "moved/3")).values())
                .hasSize(3)
                .allSatisfy(fate -> assertThat(fate.sentAt()).isEqualTo(NEXT_EIGHT));

        clock.pass(Duration.ofSeconds(1));
        notices.queue(moved("moved/4", "PRY-2026-0004", null));
        clock.pass(Duration.ofHours(10));
        deliver();
        assertThat(mail.getReceivedMessages()).as("one a day").hasSize(1);
    }

    @Test
    void urgentLettersThoseDueWithinADayAndThoseOfAccountsDoNotWait() {
        notices.queue(new Notice(
                "arrived/1",
                AUDIENCE,
                MAILBOX,
                Language.ES,
                Notice.Kind.REQUEST_ARRIVED,
                "PRY-2026-0001",
                true,
                null,
                zone(),
                "/requests/1"));
        notices.queue(moved("moved/1", "PRY-2026-0002", NINE.plus(Duration.ofHours(20))));
        notices.queue(new Notice(
                "waits/1",
                AUDIENCE,
                MAILBOX,
                Language.ES,
                Notice.Kind.REQUEST_WAITS,
                "PRY-2026-0003",
                false,
                null,
                zone(),
                "/requests/3"));
        notices.queue(Notice.forAccount("token/1", AUDIENCE, MAILBOX, Language.ES, Notice.Kind.TOKEN_MADE, "/systems"));
        deliver();
        assertThat(mail.getReceivedMessages()).hasSize(4);
    }

    @Test
    void waitingEndsWhenItsDeadlineComesNear() {
        notices.queue(moved("moved/1", "PRY-2026-0001", NINE.plus(Duration.ofHours(30))));
        deliver();
        assertThat(mail.getReceivedMessages()).isEmpty();
        clock.pass(Duration.ofHours(6));
        deliver();
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whoChangesTheirMindHasTheirLettersAtOnceAndOthersNeverWaited() {
        notices.queue(moved("moved/1", "PRY-2026-0001", null));
        notices.queue(new Notice(
                "other/1",
                "authority:bra",
                "bra@enlace.example",
                Language.PT,
                Notice.Kind.REQUEST_MOVED,
                "R",
                false,
                null,
                zone(),
                "/requests/2"));
        deliver();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        patient = Map.of();
        deliver();
        assertThat(mail.getReceivedMessages()).hasSize(2);
    }

    @Test
    void aDigestCutOffWhileItLeftIsSentAgainAsTheSameMail() throws Exception {
        notices.queue(moved("moved/1", "PRY-2026-0001", null));
        notices.queue(moved("moved/2", "PRY-2026-0002", null));
        clock.set(NEXT_EIGHT);
        deliver();
        // the process was killed after the mail server had it and before the outbox heard
        client.sql("update notices.notice set sent_at = null, leased_until = :until where sent_at is not null")
                .param("until", java.sql.Timestamp.from(NEXT_EIGHT.plusSeconds(120)))
                .update();
        clock.pass(Duration.ofMinutes(3));
        notices.queue(moved("moved/3", "PRY-2026-0003", null));
        deliver();

        var received = mail.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[1].getMessageID()).isEqualTo(received[0].getMessageID());
        assertThat(text(received[1])).isEqualTo(text(received[0]));
    }

    @Test
    void eachLetterOfADigestThatDoesNotArriveIsSeenToFail() {
        notices.queue(moved("moved/1", "PRY-2026-0001", null).to("moved/1", "no address", Language.ES, zone()));
        notices.queue(moved("moved/2", "PRY-2026-0002", null).to("moved/2", "no address", Language.ES, zone()));
        clock.set(NEXT_EIGHT);
        deliver();
        assertThat(troubles.of(AUDIENCE))
                .extracting(Trouble::reference)
                .containsExactlyInAnyOrder("PRY-2026-0001", "PRY-2026-0002");
        assertThat(troubles.isUnreached(AUDIENCE, "/requests/moved/1")).isTrue();
        notices.queueAtOnce(moved("moved/1", "PRY-2026-0001", null)
                .to("moved/1/again", "deputy@enlace.example", Language.ES, zone()));
        clock.pass(Duration.ofMinutes(1));
        deliver();
        assertThat(troubles.isUnreached(AUDIENCE, "/requests/moved/1"))
                .as("the deputy mailbox took it")
                .isFalse();
        assertThat(troubles.isUnreached(AUDIENCE, "/requests/moved/2")).isTrue();
    }

    @Test
    void oneThatIsNotTrueAnyMoreIsNotSentAndTroublesNobody() {
        notices.queue(moved("reminder/1", "PRY-2026-0001", null));
        assertThat(notices.unsent("reminder/")).containsExactly("reminder/1");
        notices.withdraw("reminder/1");
        clock.set(NEXT_EIGHT);
        deliver();
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(troubles.of(AUDIENCE)).isEmpty();
        assertThat(notices.unsent("reminder/")).isEmpty();
    }

    @Test
    void theHealthPageKnowsALetterThatWaitsForItsHourFromOneThatIsStuck() {
        var vital = new NoticesVital(notices, clock);
        notices.queue(moved("moved/1", "PRY-2026-0001", null));
        clock.pass(Duration.ofHours(5));
        assertThat(vital.look().well()).isTrue();
        notices.queueAtOnce(moved("moved/2", "PRY-2026-0002", null));
        clock.pass(Duration.ofHours(2));
        assertThat(vital.look().well()).isFalse();
        assertThat(vital.look().seen()).contains("oldest", "7200 s");
    }

    @Test
    void twoProcessesThatSortAtOnceMakeOneDigest() throws Exception {
        for (var number = 0; number < 30; number++) {
            notices.queue(moved("moved/" + number, "PRY-2026-" + number, null));
        }
        clock.set(NEXT_EIGHT);
        try (var crowd = Executors.newFixedThreadPool(6)) {
            for (var run : crowd.invokeAll(Collections.nCopies(6, Executors.callable(this::deliver)))) {
                run.get();
            }
        }
        assertThat(Arrays.stream(mail.getReceivedMessages()).toList()).hasSize(1);
        assertThat(client.sql("select count(*) from notices.notice where kind = 'DIGEST'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static Notice moved(String key, String reference, @Nullable Instant deadline) {
        return new Notice(
                key,
                AUDIENCE,
                MAILBOX,
                Language.ES,
                Notice.Kind.REQUEST_MOVED,
                reference,
                false,
                deadline,
                zone(),
                "/requests/" + key);
    }

    private static ZoneId zone() {
        return ZoneId.of("America/Costa_Rica");
    }

    private void deliver() {
        var source = database.dataSource();
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        new Sorting(JdbcClient.create(source), () -> patient, transactions, clock).sort();
        postman().deliver();
    }

    private Postman postman() {
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(mail.getSmtp().getPort());
        var beans = new StaticListableBeanFactory();
        beans.addBean("mail", server);
        var address =
                new PublicAddress(new MockEnvironment().withProperty("enlace.address", "https://enlace.example/"));
        return new Postman(outbox, beans.getBeanProvider(JavaMailSender.class), new Writing(SETTINGS, address, clock));
    }

    private static String text(MimeMessage message) throws Exception {
        return String.valueOf(message.getContent());
    }
}
