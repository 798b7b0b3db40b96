package org.enlace.forms;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlace.Multilingual;
import org.jspecify.annotations.Nullable;

/**
 * What a request, or an answer to one, holds: groups of fields, what must be there and why, in four languages. The server draws pages from it and never sees
 * a value; the rules are evaluated in the officer's browser, from the same file.
 *
 * @param form name and version, such as {@code preservation/1}; part of what is signed, so a published definition changes only in its wording
 * @param instrument the treaty it serves, by the id of the public data
 * @param article the article of that treaty
 * @param template the published template whose section numbers the fields carry, if there is one
 * @param wording for each language where the legal words come from, and whether they were compared with that source
 * @param sentences what the browser says about a value that is missing or cannot be right, where a field has no sentence of its own
 */
public record Form(
        String form,
        String instrument,
        String article,
        @Nullable Template template,
        @Nullable Map<String, Wording> wording,
        Multilingual title,
        List<Group> groups,
        Map<String, List<Choice>> lists,
        Map<String, Multilingual> sentences) {

    public Optional<Group> group(String id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    public List<Choice> choices(Field field) {
        return field.list() == null ? List.of() : choices(field.list());
    }

    public List<Choice> choices(String list) {
        return Objects.requireNonNull(lists.get(list), list);
    }

    /** What stands for the name in addresses and file names: {@code preservation-1}. */
    public String slug() {
        return form.replace('/', '-');
    }

    /** How sure we are of what we say: compared with the text, told by another source, our own reading, or not verified. Nothing of U or D is printed as law. */
    public enum Mark {
        V,
        V2,
        D,
        U
    }

    /** Whether a request can go without it; what is recommended can be left out with a written reason that travels with the request. */
    public enum Need {
        @JsonProperty("blocking")
        BLOCKING,
        @JsonProperty("recommended")
        RECOMMENDED,
        @JsonProperty("optional")
        OPTIONAL
    }

    public enum Type {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("long")
        LONG,
        @JsonProperty("tick")
        TICK,
        @JsonProperty("choice")
        CHOICE,
        @JsonProperty("choices")
        CHOICES,
        /** A calendar day, no zone. */
        @JsonProperty("date")
        DATE,
        /** A day, a time and an offset from UTC, as a log or a clock gave them. */
        @JsonProperty("moment")
        MOMENT,
        @JsonProperty("port")
        PORT,
        @JsonProperty("email")
        EMAIL,
        @JsonProperty("phone")
        PHONE,
        @JsonProperty("zone")
        ZONE,
        /** Repeatable; each item has the fields of the field. */
        @JsonProperty("list")
        LIST,
        /** Not typed: it comes from the act, the directory or the signature. */
        @JsonProperty("derived")
        DERIVED
    }

    /** @param lastKnownSection the last section whose number we know; no higher one is ever printed */
    public record Template(String symbol, String date, int lastKnownSection) {}

    /**
     * Where the legal words of a language come from.
     *
     * @param titles where the titles of the offences were compared, or null when they were not
     * @param uncompared articles whose title nobody has compared yet: said wherever it shows
     */
    public record Wording(
            String source,
            Mark mark,
            @Nullable String titles,
            @Nullable List<String> uncompared) {

        boolean lacks(Choice choice) {
            return uncompared != null && choice.article() != null && uncompared.contains(choice.article());
        }
    }

    /** The article a demand rests on; without an article it is practice, ours or the template's. */
    public record Basis(@Nullable String article, Mark mark) {}

    public record Group(
            String id,
            Multilingual title,
            Multilingual intro,
            List<Field> fields,
            @Nullable List<Rule> rules) {

        @Override
        public List<Rule> rules() {
            return rules == null ? List.of() : rules;
        }
    }

    /**
     * @param section the section of the template, if the field has one there
     * @param like the field whose chosen kind says what a value looks like
     * @param suggests the field that is filled from what a choice carries, if it is still empty
     * @param coded the member of the act's coded choices that takes this value: what the host may see
     * @param from what fills a derived field
     * @param max characters of a text, items of a list
     * @param brief what an answer is listed under where the label is a whole statement
     * @param missing what the browser says when it is not there; every blocking or recommended field has one
     */
    public record Field(
            String id,
            Type type,
            Need need,
            @Nullable Basis rests,
            @Nullable Integer section,
            @Nullable Condition when,
            @Nullable String list,
            @Nullable String like,
            @Nullable String suggests,
            @Nullable String coded,
            @Nullable String from,
            @Nullable Integer max,
            Multilingual label,
            @JsonProperty("short") @Nullable Multilingual brief,
            @Nullable Multilingual hint,
            @Nullable Multilingual missing,
            @Nullable Item item,
            @Nullable List<Field> fields,
            @Nullable List<Rule> rules) {

        @Override
        public List<Field> fields() {
            return fields == null ? List.of() : fields;
        }

        @Override
        public List<Rule> rules() {
            return rules == null ? List.of() : rules;
        }
    }

    /** What one item of a list is called, and the words of the buttons that add and remove one; {@code {0}} is its number. */
    public record Item(Multilingual one, Multilingual add, Multilingual remove) {}

    /**
     * Where a field or choice applies. Exactly one of: a field with one of the values, any of several, all of several, where another does not, or something known
     * from elsewhere.
     */
    public record Condition(
            @Nullable String field,
            @Nullable List<Object> is,
            @Nullable List<Condition> any,
            @Nullable List<Condition> all,
            @Nullable Condition not,
            @Nullable String context) {

        Stream<Condition> leaves() {
            if (not != null) {
                return not.leaves();
            }
            var parts = any != null ? any : all;
            return parts == null ? Stream.of(this) : parts.stream().flatMap(Condition::leaves);
        }
    }

    /**
     * A rule over several fields: {@code oneOf} (at least one given), {@code order} (the first not after the second), {@code days} (the second at least
     * {@code days} after the first), {@code notPast}, {@code notFuture}.
     */
    public record Rule(
            String kind,
            List<String> fields,
            Need need,
            @Nullable Basis rests,
            @Nullable Integer section,
            @Nullable Integer days,
            Multilingual says) {}

    /**
     * @param iccs the crime class suggested with it, for statistics only
     * @param pattern what a value of this kind looks like; a regular expression that Java and browsers both read
     * @param kind of a ground: {@code refusal}, or {@code notice} after which the requesting state decides
     */
    public record Choice(
            String code,
            Multilingual label,
            @Nullable Multilingual note,
            @Nullable String article,
            @Nullable Mark mark,
            @Nullable String iccs,
            @Nullable String pattern,
            @Nullable String kind,
            @Nullable Condition when) {}
}
