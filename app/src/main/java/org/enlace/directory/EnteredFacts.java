package org.enlace.directory;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.enlace.Language;
import org.enlace.changes.Change;
import org.enlace.search.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Authorities and designations that two persons entered, corrected or took out; they go before the rows of the dataset. */
@Component
class EnteredFacts {

    private final JdbcClient sql;
    private final Word word;
    private final Index index;

    EnteredFacts(JdbcClient sql, Word word, Index index) {
        this.sql = sql;
        this.word = word;
        this.index = index;
    }

    /**
     * Keeps one more version of an authority, from the day of its approval on.
     *
     * @param approved the change that it follows from
     * @param read makes the authority, given the id of its source
     */
    void authority(Change approved, Function<String, Authority> read) {
        keep(
                read.apply(word.keep(approved)),
                approved.id(),
                approved.requireDecision().at());
        index.changed(AuthorityOffer.KIND, approved.subject());
    }

    /** Keeps a designation instead of what was there; a change to nothing takes it out. */
    void designation(Change approved, Function<String, Designation> read) {
        keep(
                read.apply(word.keep(approved)),
                approved.after() == null,
                approved.id(),
                approved.requireDecision().at());
    }

    private void keep(Authority authority, UUID change, Instant at) {
        var names = authority.names().texts();
        var reach = authority.reach();
        var hours = reach.hours();
        sql.sql("""
                insert into directory.entered_authority (change, id, since, at, listed, state, kind, original_name, original_language,
                    name_en, name_es, name_fr, name_pt, parent, languages, zone, opens, closes, always_open, mailbox, deputy_mailbox,
                    website, public_email, public_telephone, source, sample)
                values (:change, :id, :since, :at, :listed, :state, :kind, :original, :originalLanguage, :en, :es, :fr, :pt, :parent,
                    :languages, :zone, :opens, :closes, :alwaysOpen, :mailbox, :deputy, :website, :email, :telephone, :source, :sample)
                """)
                .param("change", change)
                .param("id", authority.id())
                .param("since", Everywhere.day(at))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("listed", authority.provenance().listed())
                .param("state", authority.state().iso3())
                .param("kind", authority.kind().name())
                .param("original", authority.originalName())
                .param("originalLanguage", authority.originalLanguage())
                .param("en", names.get(Language.EN))
                .param("es", names.get(Language.ES))
                .param("fr", names.get(Language.FR))
                .param("pt", names.get(Language.PT))
                .param("parent", authority.parent())
                .param("languages", String.join(";", reach.languages()))
                .param("zone", authority.zone().getId())
                .param("opens", hours == null ? null : hours.opens(), java.sql.Types.TIME)
                .param("closes", hours == null ? null : hours.closes(), java.sql.Types.TIME)
                .param("alwaysOpen", reach.alwaysOpen())
                .param("mailbox", reach.mailbox())
                .param("deputy", reach.deputy())
                .param("website", authority.published().website())
                .param("email", authority.published().email())
                .param("telephone", authority.published().telephone())
                .param("source", authority.provenance().source())
                .param("sample", authority.isSample())
                .update();
    }

    /** @param gone whether there is no such designation; its other fields say what was taken out */
    private void keep(Designation designation, boolean gone, UUID change, Instant at) {
        var evidence = designation.evidence();
        sql.sql("""
                insert into directory.entered_designation (authority, instrument, function, gone, article, languages, since, until,
                    evidence, source, seen, sample, change, at)
                values (:authority, :instrument, :function, :gone, :article, :languages, :since, :until, :evidence, :source, :seen,
                    :sample, :change, :at)
                on conflict (authority, instrument, function) do update set gone = excluded.gone, article = excluded.article,
                    languages = excluded.languages, since = excluded.since, until = excluded.until, evidence = excluded.evidence,
                    source = excluded.source, seen = excluded.seen, sample = excluded.sample, change = excluded.change,
                    at = excluded.at
                """)
                .param("authority", designation.authority())
                .param("instrument", designation.instrument())
                .param("function", designation.function().name())
                .param("gone", gone)
                .param("article", designation.article())
                .param("languages", String.join(";", designation.languages()))
                .param("since", text(designation.span().since()))
                .param("until", text(designation.span().until()))
                .param("evidence", evidence == null ? null : evidence.name())
                .param("source", designation.source())
                .param("seen", text(designation.seen()))
                .param("sample", designation.sample())
                .param("change", change)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable String text(@Nullable Object date) {
        return date == null ? null : date.toString();
    }
}
