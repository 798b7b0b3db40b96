package org.enlace.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlace.states.ImportLog.RefusedRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class ImporterTests {

    @Autowired
    private List<DataFile<?>> files;

    @Autowired
    private ImportLog log;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient sql;

    @Test
    void takesEveryRowOfTheRealDatasetAtStart() {
        assertThat(log.refused()).isEmpty();
        assertThat(log.files())
                .extracting(file -> file.name() + " " + file.facts())
                .containsExactly(
                        "authorities.csv 127",
                        "csirts.csv 30",
                        "declarations.csv 33",
                        "designations.csv 76",
                        "instruments.csv 21",
                        "memberships.csv 39",
                        "observations.csv 40",
                        "sources.csv 208",
                        "states.csv 35",
                        "treaty-actions.csv 653");
    }

    @Test
    void changesNothingTheSecondTime() {
        var before = everything();

        importer(Instant.parse("2031-01-01T00:00:00Z"), Map.of()).take();

        assertThat(everything()).isEqualTo(before);
    }

    @Nested
    class WithPlantedRows {

        @AfterEach
        void putTheRealDataBack() {
            importer(Instant.parse("2026-03-14T12:00:00Z"), Map.of()).take();
        }

        @Test
        void refusesEachWithFileLineAndReasonAndTakesTheRest() {
            var planted = Map.of("treaty-actions.csv", """
                    instrument,state,action,date,source,note
                    untoc,CRI,ratification,2003-07-24,zmjones-untc,
                    untoc,ZZZ,ratification,2003-07-24,zmjones-untc,
                    untoc,CRI,ratification,2003-07-25,zmjones-untc,
                    untoc,PRY,ratification,2004-02-30,zmjones-untc,
                    untoc,PRY,promise,2004-09-22,zmjones-untc,
                    palermo,PRY,ratification,2004-09-22,zmjones-untc,
                    untoc,PRY,ratification,2004-09-22,hearsay,
                    untoc,PRY,ratification,1999-09-22,zmjones-untc,
                    untoc,PRY,ratification
                    untoc,,ratification,2004-09-22,zmjones-untc,
                    """);

            importer(Instant.parse("2026-03-14T12:00:00Z"), planted).take();

            assertThat(log.refused())
                    .containsExactly(
                            row(3, BadRow.Reason.UNKNOWN_REFERENCE, "state", "ZZZ"),
                            row(4, BadRow.Reason.REPEATED, "", "2"),
                            row(5, BadRow.Reason.NOT_A_DATE, "date", "2004-02-30"),
                            row(6, BadRow.Reason.NOT_ALLOWED, "action", "promise"),
                            row(7, BadRow.Reason.UNKNOWN_REFERENCE, "instrument", "palermo"),
                            row(8, BadRow.Reason.UNKNOWN_REFERENCE, "source", "hearsay"),
                            row(9, BadRow.Reason.CONTRADICTION, "date", "1999-09-22"),
                            row(10, BadRow.Reason.WRONG_SHAPE, "", "untoc,PRY,ratification"),
                            row(11, BadRow.Reason.MISSING, "state", ""));
            assertThat(count("treaties.treaty_action")).isEqualTo(1);
        }

        @Test
        void leavesWhatItHasWhenAFileCannotBeRead() {
            var before = count("directory.designation");

            importer(Instant.parse("2026-03-14T12:00:00Z"), Map.of("designations.csv", "authority;instrument\nx;y\n"))
                    .take();

            assertThat(log.refused())
                    .contains(new RefusedRow(
                            "designations.csv", 0, BadRow.Reason.WRONG_SHAPE, "", "authority;instrument"));
            assertThat(count("directory.designation")).isEqualTo(before);
        }

        private RefusedRow row(long line, BadRow.Reason reason, String column, String value) {
            return new RefusedRow("treaty-actions.csv", line, reason, column, value);
        }
    }

    private Importer importer(Instant now, Map<String, String> planted) {
        var dataset = new Dataset() {
            @Override
            protected byte[] bytes(String name) {
                var text = planted.get(name);
                return text == null ? super.bytes(name) : text.getBytes(StandardCharsets.UTF_8);
            }
        };
        return new Importer(dataset, files, log, transactions, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Map<String, Object> everything() {
        var all = new HashMap<String, Object>();
        for (var table : List.of(
                "states.source",
                "states.state",
                "states.membership",
                "states.data_file",
                "treaties.instrument",
                "treaties.treaty_action",
                "treaties.observation",
                "treaties.declaration",
                "directory.authority",
                "directory.designation")) {
            all.put(table, sql.sql("select * from " + table).query().listOfRows());
        }
        return all;
    }

    private long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }
}
