package org.enlace.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.enlace.Refused;
import org.enlace.access.Accounts;
import org.enlace.access.Session;
import org.enlace.access.Sessions;
import org.enlace.enrolment.People;
import org.enlace.enrolment.People.Person;
import org.enlace.ledger.Entry;
import org.enlace.ledger.Jws;
import org.enlace.sealing.Age;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

/** How an authority's key is made, passed on and taken away, on a real database with a real log. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AuthorityKeysTests {

    private final ApplicationContext house;
    private final AuthorityKeys keys;
    private final People people;
    private final String authority = "pry-" + UUID.randomUUID();
    private final Person first;

    AuthorityKeysTests(@Autowired ApplicationContext house) {
        this.house = house;
        this.keys = house.getBean(AuthorityKeys.class);
        this.people = new People(house);
        this.first = people.officer(authority);
    }

    @Test
    void withoutAKeyAnAuthorityReceivesNothing() {
        assertThat(keys.current(authority)).isEmpty();
        assertThat(keys.canReceive(authority)).isFalse();
    }

    @Test
    void aSheetThatWasNotRehearsedOrCannotBeDividedSoMakesNoKey() {
        refused(KeysRefusal.NOT_REHEARSED, () -> foundWith(null));
        for (var division : List.of(
                new Division(3, 1), new Division(3, 4), new Division(0, 0), new Division(1, 2), new Division(8, 2))) {
            refused(KeysRefusal.UNREADABLE, () -> foundWith(division));
        }
        assertThat(keys.current(authority)).isEmpty();
        foundWith(new Division(5, 3));
        var sheet = keys.sheet(authority).orElseThrow();
        assertThat(sheet.division()).isEqualTo(new Division(5, 3));
        assertThat(sheet.rehearsedBy()).isEqualTo(first.id());
        assertThat(sheet.rehearsedAt()).isNotNull();
    }

    private void foundWith(@Nullable Division division) {
        var form = people.founding(first, Age.newIdentity(), People.Sheet.make(), division);
        house.getBean(Founding.class).found(form, first.viewer());
    }

    @Nested
    class WhenTheFirstOfficerMadeTheKey {

        private final Age.Identity key = people.found(first, true);

        @Test
        void theSheetAloneIsEnoughToReceive() {
            assertThat(keys.current(authority).orElseThrow().recipient()).isEqualTo(key.recipient());
            assertThat(keys.isMember(authority, first.id())).isTrue();
            assertThat(keys.canReceive(authority)).isTrue();
        }

        @Test
        void nobodyMakesAnotherFirstKey() {
            var second = people.officer(authority);
            refused(KeysRefusal.ALREADY_FOUNDED, () -> people.found(second, true));
        }

        @Test
        void aNewcomerReadsNothingBeforeAColleagueAdmitsThem() {
            var newcomer = people.officer(authority);
            assertThat(keys.copies(authority, newcomer.id())).isEmpty();
            assertThat(keys.isMember(authority, newcomer.id())).isFalse();

            people.admit(first, newcomer);

            assertThat(keys.isMember(authority, newcomer.id())).isTrue();
            assertThat(opened(newcomer, 1)).contains(key.secret());
        }

        @Test
        void onlySomebodyAdmittedAdmits() {
            var newcomer = people.officer(authority);
            var another = people.officer(authority);
            var form = people.admission(first, another);
            refused(
                    KeysRefusal.WRONG_SIGNATURE,
                    () -> house.getBean(Admitting.class).admit(form, newcomer.viewer()));
            assertThat(keys.isMember(authority, another.id())).isFalse();
        }

        @Test
        void aStrangerIsNotAdmittedNorAdmits() {
            var stranger = people.officer("cri-" + UUID.randomUUID());
            refused(KeysRefusal.NOT_WAITING, () -> people.admit(first, stranger));
        }

        @Test
        void admittingTwiceIsRefused() {
            var newcomer = people.officer(authority);
            people.admit(first, newcomer);
            refused(KeysRefusal.NOT_WAITING, () -> people.admit(first, newcomer));
        }

        @Test
        void anAlteredAdmissionIsRefused() {
            var newcomer = people.officer(authority);
            var form = people.admission(first, newcomer);
            var other = people.admission(first, people.officer(authority));
            var parts = form.statement().split("\\.");
            var swapped = parts[0] + '.' + other.statement().split("\\.")[1] + '.' + parts[2];
            refused(
                    KeysRefusal.WRONG_SIGNATURE,
                    () -> house.getBean(Admitting.class)
                            .admit(new Admitting.Form(swapped, form.copies()), first.viewer()));
        }

        @Test
        void theKeyIsMadeAnewThoughNobodyLeavesAndWhatWasBeforeStaysReadable() {
            var second = people.officer(authority);
            people.admit(first, second);
            var sheet = People.Sheet.make();
            var rotating = house.getBean(Rotating.class);
            refused(
                    KeysRefusal.NOT_REHEARSED,
                    () -> rotating.rotate(people.rotation(first, sheet, null, second), first.viewer()));
            refused(
                    KeysRefusal.CHANGED_MEANWHILE,
                    () -> rotating.rotate(people.rotation(first, sheet, new Division(3, 2)), first.viewer()));
            refused(
                    KeysRefusal.WRONG_COPIES,
                    () -> rotating.rotate(people.rotation(first, null, null, second), first.viewer()));

            rotating.rotate(people.rotation(first, sheet, new Division(5, 3), second), first.viewer());

            assertThat(keys.current(authority).orElseThrow().generation()).isEqualTo(2);
            assertThat(keys.copies(authority, second.id())).containsOnlyKeys(1, 2);
            assertThat(opened(second, 1)).contains(key.secret());
            assertThat(keys.isMember(authority, second.id())).isTrue();
            assertThat(keys.paperCopies(authority)).containsOnlyKeys(1, 2);
            assertThat(keys.sheet(authority).orElseThrow().division()).isEqualTo(new Division(5, 3));
            var stranger = people.officer(authority);
            refused(
                    KeysRefusal.NOT_ADMITTED,
                    () -> rotating.rotate(people.rotation(stranger, null, null, first, second), stranger.viewer()));
        }

        @Test
        void theLastOfficerDoesNotLeave() {
            refused(KeysRefusal.LAST_OFFICER, () -> people.depart(first, first));
            assertThat(house.getBean(Accounts.class)
                            .find(first.id())
                            .orElseThrow()
                            .leftAt())
                    .isNull();
        }
    }

    @Nested
    class WhenThreeShareTheKey {

        private final Person second = people.officer(authority);
        private final Person third = people.officer(authority);

        @BeforeEach
        void admitted() {
            people.found(first, false);
            people.admit(first, second);
            people.admit(second, third);
        }

        @Test
        void aLeaverIsOutOfTheNextGenerationAndOutOfTheirSessions() {
            var sessions = house.getBean(Sessions.class);
            sessions.begin(third.id(), Session.Way.PASSPHRASE, "127.0.0.1", "");
            var old = opened(first, 1);

            people.depart(first, third, second);

            assertThat(keys.current(authority).orElseThrow().generation()).isEqualTo(2);
            assertThat(keys.members(authority, 2)).containsExactlyInAnyOrder(first.id(), second.id());
            assertThat(keys.copies(authority, third.id())).isEmpty();
            assertThat(sessions.of(third.id())).isEmpty();
            assertThat(opened(first, 1))
                    .as("what was sealed before stays readable")
                    .isEqualTo(old);
            assertThat(opened(second, 2)).isEqualTo(opened(first, 2));
        }

        @Test
        void nobodyStatesTheirOwnDeparture() {
            refused(KeysRefusal.OWN_DEPARTURE, () -> people.depart(third, third, first, second));
        }

        @Test
        void leavingAColleagueOutOfTheNextGenerationIsRefused() {
            refused(KeysRefusal.CHANGED_MEANWHILE, () -> people.depart(first, third));
        }

        @Test
        void whoLeftAdmitsNobodyAndStatesNothing() {
            people.depart(first, third, second);
            var newcomer = people.officer(authority);
            refused(KeysRefusal.NOT_ADMITTED, () -> people.depart(third, second, first));
            var form = people.admission(first, newcomer);
            refused(
                    KeysRefusal.WRONG_SIGNATURE,
                    () -> house.getBean(Admitting.class).admit(form, third.viewer()));
        }

        @Test
        void twoDeparturesAtOnceMakeOneGeneration() throws Exception {
            var one = people.departure(first, third, second);
            var other = people.departure(second, third, first);
            var departing = house.getBean(Departing.class);
            var done =
                    both(() -> departing.depart(one, first.viewer()), () -> departing.depart(other, second.viewer()));
            assertThat(done).containsExactlyInAnyOrder("done", "CHANGED_MEANWHILE");
            assertThat(keys.current(authority).orElseThrow().generation()).isEqualTo(2);
        }

        @Test
        void everyStatementIsProvedToBeInTheLogInTheOrderThatMakesSense() throws Exception {
            people.depart(first, third, second);
            var answer = house.getBean(PublishedKeys.class).of(authority, 0);

            assertThat(answer.generation()).isEqualTo(2);
            assertThat(answer.statements()).hasSize(2);
            assertThat(answer.officers()).hasSize(3);
            assertThat(answer.admissions()).hasSize(3);
            assertThat(answer.departures()).hasSize(1);
            for (var logged : all(answer)) {
                var entry = Entry.parse(Base64.getDecoder().decode(logged.entry()));
                assertThat(entry.digest()).isEqualTo(Jws.parse(logged.jws()).digest());
            }
            var departed = answer.departures().getFirst().index();
            var made = answer.statements().get(1).index();
            assertThat(departed).isLessThan(made);
            assertThat(answer.admissions().getLast().index()).isGreaterThan(made);
        }
    }

    @Test
    void anOfficerKeyIsStatedOnceAndSignedByItself() {
        var someone = people.officer(authority);
        var officers = house.getBean(OfficerKeys.class);
        var jws = someone.keys().statement(java.time.Instant.now());
        assertThat(officers.requireSigner(jws, someone.id()).account()).isEqualTo(someone.id());
        refused(KeysRefusal.WRONG_SIGNATURE, () -> officers.requireSigner(jws, first.id()));
    }

    private String opened(Person person, int generation) {
        var sealed = keys.copies(authority, person.id()).get(generation);
        return new String(
                Age.open(Base64.getDecoder().decode(sealed), person.keys().identity()));
    }

    private static List<PublishedKeys.Logged> all(PublishedKeys.Answer answer) {
        var all = new ArrayList<>(answer.statements());
        all.addAll(answer.officers());
        all.addAll(answer.admissions());
        all.addAll(answer.departures());
        return all;
    }

    private static List<String> both(Runnable one, Runnable other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var ended = new ArrayList<String>();
            for (var each : threads.invokeAll(List.of(ending(one), ending(other)))) {
                ended.add(each.get());
            }
            return ended;
        }
    }

    private static Callable<String> ending(Runnable act) {
        return () -> {
            try {
                act.run();
                return "done";
            } catch (Refused refused) {
                return refused.refusal().name();
            }
        };
    }

    private static void refused(KeysRefusal refusal, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
