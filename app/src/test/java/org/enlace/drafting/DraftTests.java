package org.enlace.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.enlace.Language;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.database.TestDatabase;
import org.enlace.documents.TestLeftovers;
import org.enlace.exchange.TestRequests;
import org.enlace.forms.Forms;
import org.enlace.forms.TestForms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DraftTests {

    private static final String PRESERVATION = Forms.PRESERVATION;
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Viewer asuncion = officer("Duty officer, Paraguay", "PRY", "pry-udi");
    private final Viewer colleague = officer("Second officer, Paraguay", "PRY", "pry-udi");
    private final Viewer sanJose = officer("Duty officer, Costa Rica", "CRI", "cri-fac");
    private final Drafts drafts = new Drafts(
            JdbcClient.create(DATABASE.dataSource()),
            TestRequests.of(DATABASE.dataSource()),
            TestForms.all(),
            TestLeftovers.of(DATABASE.dataSource()),
            Clock.fixed(Instant.parse("2026-03-15T01:40:00Z"), ZoneOffset.UTC));
    private final UUID id = UUID.randomUUID();

    @Nested
    class AsOfficerOfTheSameAuthority {

        @Test
        void goesOnWhereTheColleagueStopped() {
            assertThat(drafts.save(id, 0, PRESERVATION, sealed("one"), asuncion))
                    .isTrue();
            var open = drafts.open(id, colleague);
            assertThat(open.draft().version()).isEqualTo(1);
            assertThat(open.draft().form()).isEqualTo(PRESERVATION);
            assertThat(open.draft().savedBy()).isEqualTo("Duty officer, Paraguay");
            assertThat(new String(open.bytes(), StandardCharsets.UTF_8)).endsWith("one");
            assertThat(drafts.save(id, 1, null, sealed("two"), colleague)).isTrue();
            assertThat(drafts.open(id, asuncion).draft().savedBy()).isEqualTo("Second officer, Paraguay");
        }

        @Test
        void overwritesNothingThatWasSavedMeanwhile() {
            drafts.save(id, 0, PRESERVATION, sealed("one"), asuncion);
            drafts.save(id, 1, null, sealed("the colleague's"), colleague);
            assertThat(drafts.save(id, 1, null, sealed("mine"), asuncion)).isFalse();
            assertThat(new String(drafts.open(id, asuncion).bytes(), StandardCharsets.UTF_8))
                    .endsWith("the colleague's");
        }

        @Test
        void beginsOneDraftHoweverOftenTheButtonIsPressed() throws Exception {
            try (var presses = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<Boolean> press = () -> drafts.save(id, 0, PRESERVATION, sealed("one"), asuncion);
                var begun = presses.invokeAll(java.util.Collections.nCopies(50, press)).stream()
                        .filter(each -> each.resultNow())
                        .count();
                assertThat(begun).isEqualTo(1);
            }
            assertThat(drafts.require(id, asuncion).version()).isEqualTo(1);
        }

        @Test
        void removesItWithItsFilesThoughNobodyCouldOpenItToSeeWhichTheyAre() {
            drafts.save(id, 0, PRESERVATION, sealed("one"), asuncion);
            var jdbc = JdbcClient.create(DATABASE.dataSource());
            for (var request : new UUID[] {id, UUID.randomUUID()}) {
                jdbc.sql(
                                "insert into documents.sealed_file (id, request, authority, account, size, announced_at) values (:id, :request, 'pry-udi', :id, 9, now())")
                        .param("id", UUID.randomUUID())
                        .param("request", request)
                        .update();
            }
            drafts.remove(id, colleague);
            assertThat(jdbc.sql("select count(*) from documents.sealed_file where request = :id")
                            .param("id", id)
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("select count(*) from documents.sealed_file")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }

        @Test
        void seesItInTheListUntilItIsRemoved() {
            drafts.save(id, 0, PRESERVATION, sealed("one"), asuncion);
            assertThat(drafts.of(colleague)).extracting(Draft::id).contains(id);
            drafts.remove(id, colleague);
            assertThat(drafts.of(colleague)).extracting(Draft::id).doesNotContain(id);
        }
    }

    @Nested
    class AsOfficerOfAnotherState {

        @Test
        void findsNoDraft() {
            drafts.save(id, 0, PRESERVATION, sealed("one"), asuncion);
            assertAbsent(() -> drafts.open(id, sanJose));
            assertAbsent(() -> drafts.save(id, 1, null, sealed("mine"), sanJose));
            assertThat(drafts.of(sanJose)).extracting(Draft::id).doesNotContain(id);
            drafts.remove(id, sanJose);
            assertThat(drafts.open(id, asuncion).draft().version()).isEqualTo(1);
        }

        @Test
        void beginsOneOfItsOwnUnderTheSameIdAndNoticesNothing() {
            drafts.save(id, 0, PRESERVATION, sealed("theirs"), asuncion);
            assertThat(drafts.save(id, 0, PRESERVATION, sealed("mine"), sanJose))
                    .isTrue();

            assertThat(new String(drafts.open(id, sanJose).bytes(), StandardCharsets.UTF_8))
                    .endsWith("mine");
            assertThat(new String(drafts.open(id, asuncion).bytes(), StandardCharsets.UTF_8))
                    .endsWith("theirs");
            drafts.remove(id, sanJose);
            assertThat(drafts.of(asuncion)).extracting(Draft::id).contains(id);
        }
    }

    @Nested
    class OfARequestThatWasSent {

        @BeforeEach
        void send() {
            JdbcClient.create(DATABASE.dataSource()).sql("""
                            insert into exchange.request values (:id, :id::text, 'pry-udi', 'PRY', 'America/Asuncion', 'cri-fac', 'CRI', 'America/Costa_Rica',
                                'preservation', 'budapest', true, 'preservation/1', null, now(), 'new')""").param("id", id).update();
        }

        @Test
        void isToldTheOfficersWhoSentIt() {
            assertThatThrownBy(() -> drafts.save(id, 1, null, sealed("late"), colleague))
                    .hasMessage("DRAFT_SENT");
        }

        @Test
        void tellsAThirdStateNothingThatAnyOtherIdWouldNot() {
            var brasilia = officer("Duty officer, Brazil", "BRA", "bra-pf");
            for (var tried : new UUID[] {id, UUID.randomUUID()}) {
                assertAbsent(() -> drafts.save(tried, 1, null, sealed("mine"), brasilia));
                assertThat(drafts.save(tried, 0, PRESERVATION, sealed("mine"), brasilia))
                        .isTrue();
            }
        }
    }

    @Nested
    class WhatIsNotADraft {

        @Test
        void doesNotComeIn() {
            assertThatThrownBy(() -> drafts.save(
                            id, 0, PRESERVATION, "{\"values\":{}}".getBytes(StandardCharsets.UTF_8), asuncion))
                    .hasMessage("DRAFT_NOT_SEALED");
            assertThatThrownBy(() -> drafts.save(id, 0, PRESERVATION, sealed("x".repeat(Draft.LARGEST)), asuncion))
                    .hasMessage("DRAFT_TOO_LARGE");
        }

        @Test
        void isWrittenOnNoFormThatThisProgramDoesNotKnow() {
            for (var form : new String[] {null, "divorce/1", Forms.PRESERVATION_ANSWER}) {
                assertThatThrownBy(() -> drafts.save(id, 0, form, sealed("one"), asuncion))
                        .hasMessage("DRAFT_OF_NO_FORM");
            }
        }

        @Test
        void isWrittenByNobodyWithoutAnAuthority() {
            assertAbsent(() -> drafts.save(id, 0, PRESERVATION, sealed("one"), Viewer.anyone(Language.EN)));
        }
    }

    private static byte[] sealed(String content) {
        return (Draft.FIRST_LINE + content).getBytes(StandardCharsets.UTF_8);
    }

    private static void assertAbsent(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.isAbsence()).isTrue());
    }

    private static Viewer officer(String name, String state, String authority) {
        return new Viewer(
                UUID.randomUUID(),
                name,
                name,
                Set.of(Role.OFFICER),
                new StateCode(state),
                authority,
                Language.ES,
                ZoneId.of("America/Asuncion"));
    }
}
