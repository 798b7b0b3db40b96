package org.enlace.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What can be found: written anew at start, and one thing at a time as soon as it changes, within the transaction that changes it. */
@Component
public class Index implements SmartLifecycle {

    private static final int BATCH = 1000;

    private final NamedParameterJdbcOperations sql;
    private final TransactionTemplate transactions;
    private final Map<String, Offer> offers;
    private boolean running;

    Index(NamedParameterJdbcOperations sql, TransactionTemplate transactions, List<Offer> offers) {
        this.sql = sql;
        this.transactions = transactions;
        this.offers = offers.stream().collect(Collectors.toUnmodifiableMap(Offer::kind, Function.identity()));
    }

    /** To be called in the transaction in which something offered came to be, changed, or is no longer for everybody. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(String kind, String key) {
        sql.update("delete from search.entry where kind = :kind and key = :key", Map.of("kind", kind, "key", key));
        require(kind).find(key).ifPresent(thing -> add(kind, List.of(thing)));
    }

    /** After the dataset was read (phase 0), before the web server opens. */
    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public void start() {
        offers.values().forEach(this::write);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The room whose words say what such a thing is. */
    String room(String kind) {
        return require(kind).room();
    }

    List<String> kindsForCrawlers() {
        return offers.values().stream()
                .filter(Offer::isForCrawlers)
                .map(Offer::kind)
                .toList();
    }

    private Offer require(String kind) {
        return Optional.ofNullable(offers.get(kind))
                .orElseThrow(() -> new IllegalArgumentException("nobody offers " + kind));
    }

    private void write(Offer offer) {
        transactions.executeWithoutResult(transaction -> {
            sql.update("delete from search.entry where kind = :kind", Map.of("kind", offer.kind()));
            add(offer.kind(), offer.all().toList());
        });
    }

    private void add(String kind, List<Findable> things) {
        for (var from = 0; from < things.size(); from += BATCH) {
            var rows = things.subList(from, Math.min(things.size(), from + BATCH)).stream()
                    .flatMap(thing -> Arrays.stream(Language.values()).map(language -> row(kind, thing, language)))
                    .toArray(SqlParameterSource[]::new);
            sql.batchUpdate("""
                    insert into search.entry (kind, key, language, title, note, folded, path, words)
                    values (:kind, :key, :language, :title, :note, :folded, :path, cast(:words as tsvector))
                    """, rows);
        }
    }

    private static SqlParameterSource row(String kind, Findable thing, Language language) {
        var title = thing.title().in(language).text();
        return new MapSqlParameterSource()
                .addValue("kind", kind)
                .addValue("key", thing.key())
                .addValue("language", language.tag())
                .addValue("title", title)
                .addValue("note", thing.notes().getOrDefault(language, ""))
                .addValue("folded", Analysis.folded(title))
                .addValue("path", thing.path())
                .addValue("words", Analysis.vector(title, thing.texts().getOrDefault(language, ""), language));
    }
}
