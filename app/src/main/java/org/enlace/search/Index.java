package org.enlace.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What can be found: at start what changed since the last, and then one thing at a time as soon as it changes, within the transaction that changes it. */
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
        require(kind)
                .find(key)
                .ifPresentOrElse(thing -> write(List.of(new Entry(kind, thing))), () -> remove(kind, List.of(key)));
    }

    /** After the dataset was read (phase 0), before the web server opens. */
    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public void start() {
        transactions.executeWithoutResult(
                transaction -> removeAllBut(offers.keySet().toArray(String[]::new)));
        offers.values().forEach(this::renew);
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

    private void renew(Offer offer) {
        transactions.executeWithoutResult(transaction -> {
            var known = digests(offer.kind());
            var changed = new ArrayList<Entry>();
            offer.all()
                    .map(thing -> new Entry(offer.kind(), thing))
                    .filter(entry -> !entry.digest().equals(known.remove(entry.key())))
                    .forEach(changed::add);
            for (var from = 0; from < changed.size(); from += BATCH) {
                write(changed.subList(from, Math.min(changed.size(), from + BATCH)));
            }
            remove(offer.kind(), List.copyOf(known.keySet()));
        });
    }

    private Map<String, String> digests(String kind) {
        var digests = new HashMap<String, String>();
        sql.query("select key, digest from search.thing where kind = :kind", Map.of("kind", kind), row -> {
            digests.put(row.getString("key"), row.getString("digest"));
        });
        return digests;
    }

    private void removeAllBut(String[] kinds) {
        sql.update("delete from search.thing where kind <> all(:kinds)", Map.of("kinds", kinds));
    }

    private void remove(String kind, List<String> keys) {
        sql.update(
                "delete from search.thing where kind = :kind and key = any(:keys)",
                Map.of("kind", kind, "keys", keys.toArray(String[]::new)));
    }

    private void write(List<Entry> entries) {
        sql.batchUpdate("""
                insert into search.thing (kind, key, path, digest, length, titles, words)
                values (:kind, :key, :path, :digest, :length, cast(:titles as tsvector), cast(:words as tsvector))
                on conflict (kind, key) do update
                set path = excluded.path, digest = excluded.digest, length = excluded.length, titles = excluded.titles, words = excluded.words
                """, entries.stream().map(Entry::row).toArray(SqlParameterSource[]::new));
        sql.batchUpdate("""
                insert into search.title (kind, key, language, title, note, folded)
                values (:kind, :key, :language, :title, :note, :folded)
                on conflict (kind, key, language) do update
                set title = excluded.title, note = excluded.note, folded = excluded.folded
                """, entries.stream().flatMap(Entry::titles).toArray(SqlParameterSource[]::new));
        learn(entries);
    }

    /** In one order always, so that two who learn the same words wait for each other at most. Names of persons are not learnt: this list forgets nothing. */
    private void learn(List<Entry> entries) {
        var words = new TreeSet<String>();
        entries.stream()
                .filter(entry -> require(entry.kind()).isForCrawlers())
                .forEach(entry -> words.addAll(entry.words()));
        sql.update(
                "insert into search.word (word) select unnest(:words) on conflict do nothing",
                Map.of("words", words.toArray(String[]::new)));
    }
}
