package org.enlace.search;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How fast words are found among many invented things. Run by {@code bench/search}, never by the tests; prints the rows of the section "Search" of {@code bench/README.md}. */
class SearchBench {

    private static final int SIZE = Integer.getInteger("search.size", 100_000);
    private static final int ROUNDS = 400;
    private static final int VOCABULARY = 20_000;
    private static final List<String> WORDS = List.of(
            "convención",
            "asistencia",
            "fiscalía",
            "autoridad",
            "central",
            "delito",
            "informático",
            "datos",
            "conservación",
            "extradición",
            "prueba",
            "electrónica",
            "tratado",
            "cooperación",
            "judicial",
            "ministerio",
            "unidad",
            "policía",
            "nacional",
            "seguridad",
            "emergencia",
            "protocolo",
            "trata",
            "personas",
            "armas",
            "fuego",
            "corrupción",
            "lavado",
            "activos");

    private final Random random = new Random(1);

    @Test
    void measure() {
        var fresh = TestDatabase.fresh();
        var database = pool(fresh.dataSource());
        var transactions = new DataSourceTransactionManager(database);
        var index = new Index(
                new NamedParameterJdbcTemplate(database),
                new TransactionTemplate(transactions),
                List.of(new Invented()));
        var begun = System.nanoTime();
        index.start();
        System.out.printf(
                "| %,d things indexed in four languages | %d s |%n", SIZE, (System.nanoTime() - begun) / 1_000_000_000);
        begun = System.nanoTime();
        index.start();
        System.out.printf("| started again, nothing changed | %.1f s |%n", (System.nanoTime() - begun) / 1e9);
        JdbcClient.create(fresh.asOwner())
                .sql("vacuum analyze search.thing, search.title, search.word")
                .update();
        var sql = JdbcClient.create(database);
        var search = new Search(sql, transactions, index, new Spelling(sql));
        time("three words", () -> search.find(word() + ' ' + word() + ' ' + word(), Language.ES, 0));
        time("two words", () -> search.find(word() + ' ' + word(), Language.PT, 0));
        time("one common word", () -> search.find(word(), Language.ES, 0));
        time("the beginning of a word", () -> search.find(word().substring(0, 4), Language.FR, 0));
        time("a number that one thing has", () -> search.find("n" + random.nextInt(SIZE), Language.EN, 0));
        time("a word mistyped", () -> search.find(mistyped(word()), Language.ES, 0));
        time("suggestions, three letters typed", () -> search.suggest(word().substring(0, 3), Language.ES));
        time("suggestions, two words typed", () -> search.suggest(word() + ' ' + word().substring(0, 4), Language.ES));
    }

    private void time(String what, Supplier<?> question) {
        IntStream.range(0, 50).forEach(round -> question.get());
        var took = new ArrayList<Long>();
        for (var round = 0; round < ROUNDS; round++) {
            var begun = System.nanoTime();
            question.get();
            took.add(System.nanoTime() - begun);
        }
        Collections.sort(took);
        System.out.printf(
                "| %s | median %.1f ms, 95 %% below %.1f ms |%n",
                what, took.get(ROUNDS / 2) / 1e6, took.get(ROUNDS * 95 / 100) / 1e6);
    }

    /** As in any language: few words stand everywhere, most stand seldom. */
    private String word() {
        return word(random);
    }

    private static String word(Random random) {
        var rank = (int) Math.pow(VOCABULARY, random.nextDouble());
        return rank <= WORDS.size()
                ? WORDS.get(rank - 1)
                : WORDS.get(rank % WORDS.size()).substring(0, 4) + letters(rank);
    }

    private static String letters(int number) {
        return Integer.toString(number, 18)
                .chars()
                .mapToObj(digit ->
                        "aeioubcdfglmnprstv".substring(Character.digit(digit, 18), Character.digit(digit, 18) + 1))
                .collect(Collectors.joining());
    }

    /** Two neighbours exchanged. */
    private static String mistyped(String word) {
        return word.substring(0, 2) + word.charAt(3) + word.charAt(2) + word.substring(4);
    }

    /** Connections are kept, as the application keeps them. */
    private static DataSource pool(DataSource database) {
        var pool = new HikariDataSource();
        pool.setDataSource(database);
        pool.setMaximumPoolSize(2);
        return pool;
    }

    /** Things with a title of five words and a text of sixty. */
    private final class Invented implements Offer {

        @Override
        public String kind() {
            return "invented";
        }

        @Override
        public String room() {
            return "search";
        }

        @Override
        public Stream<Findable> all() {
            return IntStream.range(0, SIZE).mapToObj(this::thing);
        }

        @Override
        public Optional<Findable> find(String key) {
            return Optional.empty();
        }

        private Findable thing(int number) {
            var chance = new Random(number);
            var title = words(chance, 5) + " n" + number;
            Map<Language, String> texts = Arrays.stream(Language.values())
                    .collect(Collectors.toMap(Function.identity(), language -> words(chance, 60)));
            return new Findable("t" + number, "/t/" + number, Multilingual.of(title, title, title, title), texts);
        }

        private static String words(Random chance, int many) {
            return IntStream.range(0, many).mapToObj(place -> word(chance)).collect(Collectors.joining(" "));
        }
    }
}
