package org.enlace.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.enlace.ledger.Audit;
import org.enlace.ledger.Audit.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Six hundred entries in three batches, and people who want them otherwise. */
class AppendOnlyTests {
    private final LogForTests log = new LogForTests();

    @BeforeEach
    void fill() {
        for (int batch = 0; batch < 3; batch++) {
            log.append(200);
            log.sequencer.sequence();
        }
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Nested
    class AsTheApplication {
        @ParameterizedTest
        @CsvSource({
            "origin, name = 'x'",
            "entry, bytes = 'x'",
            "leaf, index = index + 1",
            "node, hash = hash",
            "checkpoint, note = 'x'"
        })
        void nobodyChangesOrRemovesARow(String table, String change) {
            refused("update custody." + table + " set " + change);
            refused("delete from custody." + table);
            refused("truncate custody." + table + " cascade");
            refused("drop table custody." + table + " cascade");
            refused("alter table custody." + table + " disable trigger all");
            refused("select * from custody." + table + " for update");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "alter schema custody rename to other",
                    "drop schema custody cascade",
                    "create table custody.more (x int)",
                    "create table custody_work.more (x int)"
                })
        void nobodyReplacesTheSchema(String statement) {
            refused(statement);
        }

        @Test
        void theBookkeepingMayBeDeletedFrom() {
            log.append();
            assertThat(log.application.sql("delete from custody_work.pending").update())
                    .isOne();
        }

        private void refused(String statement) {
            assertThatThrownBy(() -> log.application.sql(statement).update())
                    .rootCause()
                    .hasMessageMatching("ERROR: (permission denied for .*|must be owner of .*)(?s:.*)");
        }
    }

    /** Somebody with the rights of the database's owner: nothing keeps them from it, and it is seen. */
    @Nested
    class AsTheOwnerOfTheDatabase {
        @ParameterizedTest
        @ValueSource(ints = {0, 255, 256, 599})
        void anAlteredEntryIsNamed(int index) {
            alterEntry(index);
            found(Fault.ALTERED, index, index);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 255, 300, 599})
        void anEntryAlteredTogetherWithItsHashIsFoundInItsBatch(int index) {
            alterEntry(index);
            log.owner
                    .sql(
                            "update custody.leaf set hash = sha256('\\x00'::bytea || entry.bytes) from custody.entry where entry.id = leaf.entry and index = :index")
                    .param("index", index)
                    .update();
            found(Fault.ALTERED, index / 200 * 200L, index);
        }

        @Test
        void twoEntriesThatChangedPlacesAreNamed() {
            log.owner
                    .sql("alter table custody.leaf drop constraint leaf_holds_entry_once")
                    .update();
            log.owner.sql("""
                            update custody.leaf set entry = other.entry from custody.leaf other
                            where leaf.index in (42, 543) and other.index in (42, 543) and other.index <> leaf.index""").update();
            found(Fault.MISPLACED, 42, 42);
        }

        @Test
        void twoLeavesThatChangedPlacesWithTheirHashesAreFoundInTheirBatch() {
            log.owner
                    .sql("update custody.leaf set index = index + 10000 where index in (42, 43)")
                    .update();
            log.owner
                    .sql("update custody.leaf set index = 85 - (index - 10000) where index >= 10000")
                    .update();
            found(Fault.ALTERED, 0, 42);
        }

        @Test
        void aMissingLeafIsNamed() {
            log.owner.sql("delete from custody.leaf where index = 300").update();
            found(Fault.MISSING, 300, 300);
        }

        @Test
        void aMissingEntryIsNamed() {
            log.owner
                    .sql("alter table custody.leaf drop constraint leaf_of_entry")
                    .update();
            log.owner
                    .sql("delete from custody.entry where id = (select entry from custody.leaf where index = 300)")
                    .update();
            found(Fault.MISSING, 300, 300);
        }

        @Test
        void aLogCutBackToAnEarlierCheckpointIsSeenByWhoeverKeptALaterOne() throws Exception {
            String kept = log.tree.checkpoint();
            log.owner.sql("delete from custody.checkpoint where size > 400").update();
            log.owner.sql("delete from custody.leaf where index >= 400").update();
            LogAudits.assertSound(log);
            var finding = Audit.of(log.tree, log.signer.logKey(), java.util.List.of(kept))
                    .first()
                    .orElseThrow();
            assertThat(finding.fault()).isEqualTo(Fault.MISSING);
            assertThat(finding.index()).isEqualTo(400);
        }

        private void alterEntry(int index) {
            log.owner.sql("""
                            update custody.entry set bytes = overlay(bytes placing 'receipt'::bytea from 22 for 3)
                            where id = (select entry from custody.leaf where index = :index)""").param("index", index).update();
        }

        private void found(Fault fault, long earliest, long latest) {
            var finding = LogAudits.audit(log).first().orElseThrow();
            assertThat(finding.fault()).as(finding.sentence()).isEqualTo(fault);
            assertThat(finding.index()).as(finding.sentence()).isBetween(earliest, latest);
        }
    }
}
