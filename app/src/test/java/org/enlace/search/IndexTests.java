package org.enlace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.enlace.Canary;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class IndexTests {

    private final DataSource database = TestDatabase.fresh().dataSource();
    private final JdbcClient sql = JdbcClient.create(database);
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
    private final Shelf offices = new Shelf("office");
    private final Index index = started(offices);
    private final Search search = new Search(sql, transactions, index, new Spelling(sql));

    @Test
    void writesAtStartWhatChangedAndNothingElse() {
        offices.put("stays", "Fiscalía de Asunción", "");
        offices.put("changes", "Fiscalía de Encarnación", "");
        offices.put("goes", "Fiscalía de Concepción", "");
        started(offices);
        var before = writes();
        offices.put("changes", "Fiscalía de Itapúa", "");
        offices.put("comes", "Fiscalía de Caazapá", "");
        offices.things.remove("goes");

        started(offices);

        var after = writes();
        assertThat(after).containsOnlyKeys("stays", "changes", "comes");
        assertThat(after.get("stays")).isEqualTo(before.get("stays"));
        assertThat(after.get("changes")).isNotEqualTo(before.get("changes"));
        assertThat(titles("encarnacion")).isEmpty();
        assertThat(titles("concepcion")).isEmpty();
        assertThat(titles("itapua")).containsExactly("Fiscalía de Itapúa");
        assertThat(titles("caazapa")).containsExactly("Fiscalía de Caazapá");
    }

    @Test
    void noticesEachPartThatChanged() {
        var thing = new Findable("k", "/k", named("Uno"), Map.of(Language.ES, "dos"), Map.of(Language.ES, "tres"));
        var other = List.of(
                new Findable("k", "/l", named("Uno"), Map.of(Language.ES, "dos"), Map.of(Language.ES, "tres")),
                new Findable("k", "/k", named("Una"), Map.of(Language.ES, "dos"), Map.of(Language.ES, "tres")),
                new Findable("k", "/k", named("Uno"), Map.of(Language.FR, "dos"), Map.of(Language.ES, "tres")),
                new Findable("k", "/k", named("Uno"), Map.of(Language.ES, "dos"), Map.of(Language.PT, "tres")),
                new Findable("k", "/k", named("Uno"), Map.of(Language.ES, "dostres"), Map.of()));

        assertThat(other)
                .extracting(changed -> new Entry("office", changed).digest())
                .doesNotHaveDuplicates()
                .doesNotContain(new Entry("office", thing).digest());
    }

    @Test
    void forgetsWhatIsNoLongerOffered() {
        offices.put("one", "Fiscalía de Asunción", "");
        started(offices);

        started(new Shelf("other"));

        assertThat(writes()).isEmpty();
    }

    /** Its words stay known for typing errors, so they above all must not come back as a proposal. */
    @Test
    void whatIsNoLongerForEverybodyIsNeitherFoundNorSuggestedNorProposed() {
        var canary = Canary.hatch().word().replaceAll("\\d", "x");
        offices.put("open", "Oficina abierta", "");
        offices.put("secret", "Oficina " + canary, canary + "tel");
        changed("open");
        changed("secret");
        assertThat(titles(canary)).containsExactly("Oficina " + canary);
        var mistyped = canary.substring(0, 10) + canary.charAt(11) + canary.charAt(10) + canary.substring(12);
        assertThat(search.find(canary + "y", Language.ES, 0).meant()).isEqualTo(canary);

        offices.things.remove("secret");
        changed("secret");

        for (var typed :
                List.of(canary, canary + "y", canary + "te", mistyped, canary.substring(0, 9), "oficina " + canary)) {
            assertThat(search.find(typed, Language.ES, 0)).isEqualTo(new Finding("", List.of()));
            assertThat(search.suggest(typed, Language.ES)).isEmpty();
        }
        assertThat(titles("oficina")).containsExactly("Oficina abierta");
        assertThat(search.countPaths()).isEqualTo(1);
    }

    @Test
    void whatIsCalledSoGoesBeforeWhatIsNamedAndWhatOnlyTellsOfIt() {
        offices.put("tells", "Unidad", "sobre Palermo");
        offices.put("named", "Protocolo de Palermo", "");
        offices.put("begins", "Palermo Norte", "");
        offices.put("is", "Palermo", "");
        started(offices);

        assertThat(titles("palermo")).containsExactly("Palermo", "Palermo Norte", "Protocolo de Palermo", "Unidad");
        assertThat(search.suggest("pal", Language.ES))
                .containsExactly("Palermo", "Palermo Norte", "Protocolo de Palermo");
    }

    @Test
    void turnsEveryPageOfManyAndGivesEachOnce() {
        for (var number = 0; number < 70; number++) {
            offices.put("n" + number, number < 30 ? "Fiscalía número " + number : "Unidad " + number, "fiscalia");
        }
        started(offices);

        var all = Stream.of(0, 20, 40, 60)
                .flatMap(from -> search.find("fiscalía", Language.ES, from).found().stream()
                        .limit(Search.PAGE))
                .map(Found::path)
                .toList();

        assertThat(all).hasSize(70).doesNotHaveDuplicates();
    }

    @Test
    void findsWordsThatMeanNothingInOneOfTheLanguages() {
        offices.put("south", "Unidad Sur", "");
        offices.put("north", "Unidad Norte", "");
        started(offices);

        assertThat(titles("unidad sur").getFirst()).isEqualTo("Unidad Sur");
        assertThat(titles("sur")).containsExactly("Unidad Sur");
    }

    private List<String> titles(String typed) {
        return search.find(typed, Language.ES, 0).found().stream()
                .map(Found::title)
                .toList();
    }

    /** By key, the transaction that wrote it last. */
    private Map<String, String> writes() {
        var writes = new TreeMap<String, String>();
        sql.sql("select key, cast(xmin as text) as written from search.thing").query(row -> {
            writes.put(row.getString("key"), row.getString("written"));
        });
        return writes;
    }

    private void changed(String key) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> index.changed("office", key));
    }

    private Index started(Offer offer) {
        var started = new Index(
                new NamedParameterJdbcTemplate(database), new TransactionTemplate(transactions), List.of(offer));
        started.start();
        return started;
    }

    private static Multilingual named(String name) {
        return Multilingual.of(name, name, name, name);
    }

    private static final class Shelf implements Offer {

        private final String kind;
        private final Map<String, Findable> things = new TreeMap<>();

        Shelf(String kind) {
            this.kind = kind;
        }

        void put(String key, String title, String text) {
            var texts = Map.of(Language.ES, text);
            things.put(key, new Findable(key, "/offices/" + key, named(title), texts));
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public String room() {
            return "search";
        }

        @Override
        public Stream<Findable> all() {
            return things.values().stream();
        }

        @Override
        public Optional<Findable> find(String key) {
            return Optional.ofNullable(things.get(key));
        }
    }
}
