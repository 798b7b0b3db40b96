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
 * a value; the rules are evaluated in the officer's browser, from the same definition. One that names a measure is a <em>profile</em>: it can be sent. The
 * others are the messages of acts, one group for each kind of act.
 *
 * @param form name and version, such as {@code preservation/1}; part of what is signed, so a published definition changes only in its wording
 * @param measure what a profile asks for, as acts carry it; null for messages
 * @param also other measures that it serves
 * @param answers the definition of the messages that acts on such a request carry
 * @param serves the instruments it is made for, each with the article
 * @param follows the forms whose requests it may continue: what was written there is taken over
 * @param takes where a field is called otherwise in the form that is followed: its name there → its name here
 * @param discloses the measures by which it asks for data that may have been preserved before: what was preserved stays so until such a request is decided
 * @param acts the kinds of act that such a request admits at all
 * @param clocks the periods that run
 * @param template the published template whose section numbers the fields carry, if there is one
 * @param wording for each language where the legal words come from, and whether they were compared with that source
 * @param sentences what the browser says about a value that is missing or cannot be right, where a field has no sentence of its own
 */
public record Form(
        String form,
        @Nullable String measure,
        @Nullable List<String> also,
        @Nullable String answers,
        @Nullable List<Serves> serves,
        @Nullable List<String> follows,
        @Nullable Map<String, String> takes,
        @Nullable List<String> discloses,
        @Nullable List<String> acts,
        @Nullable List<ClockRule> clocks,
        @Nullable Template template,
        @Nullable Map<String, Wording> wording,
        Multilingual title,
        List<Group> groups,
        Map<String, List<Choice>> lists,
        Map<String, Multilingual> sentences) {

    @Override
    public List<String> also() {
        return also == null ? List.of() : also;
    }

    @Override
    public List<Serves> serves() {
        return serves == null ? List.of() : serves;
    }

    @Override
    public List<String> follows() {
        return follows == null ? List.of() : follows;
    }

    @Override
    public Map<String, String> takes() {
        return takes == null ? Map.of() : takes;
    }

    @Override
    public List<String> discloses() {
        return discloses == null ? List.of() : discloses;
    }

    @Override
    public List<String> acts() {
        return acts == null ? List.of() : acts;
    }

    @Override
    public List<ClockRule> clocks() {
        return clocks == null ? List.of() : clocks;
    }

    /** Whether it can be sent: the others are the messages of acts. */
    public boolean isProfile() {
        return measure != null;
    }

    /** Whether that measure can be asked for with it. */
    public boolean asks(String wanted) {
        return wanted.equals(measure) || also().contains(wanted);
    }

    /** Whether a request for its measure can be written with it under that instrument; null is without a treaty. */
    public boolean serves(@Nullable String instrument) {
        return serves().stream().anyMatch(each -> Objects.equals(each.instrument(), instrument));
    }

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
        /** Not typed: it is there once a file that is said to be of this kind is attached. */
        @JsonProperty("files")
        FILES,
        /** Not typed: it comes from the act, the directory or the signature. */
        @JsonProperty("derived")
        DERIVED;

        /** Whether a person answers it. */
        public boolean isTyped() {
            return this != DERIVED && this != FILES;
        }
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

    /**
     * @param instrument by the id of the public data; null for what goes without a treaty
     * @param article of the instrument, or null
     */
    public record Serves(
            @Nullable String instrument, @Nullable String article, Mark mark) {}

    /**
     * The article a demand rests on; without an article it is practice, ours or the template's.
     *
     * @param instrument whose article it is, where the profile serves several: it is shown under that one only
     */
    public record Basis(
            @Nullable String article, Mark mark, @Nullable String instrument) {}

    /** Where something else is needed than elsewhere: the first one whose condition holds decides. */
    public record Demand(Condition when, Need need) {}

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
     * @param demands where the need is another, for example under one instrument
     * @param section the section of the template, if the field has one there
     * @param like the field whose chosen kind says what a value looks like
     * @param suggests the field that is filled from what a choice carries, if it is still empty
     * @param coded the member of the act's coded choices that takes this value: what the host may see
     * @param from what fills a derived field
     * @param annex what the files have to be said to be: {@code provision}, {@code order}, {@code power} or {@code other}
     * @param fills what of the earlier request it holds where one is cited: {@code earlier.}, {@code preserved.} (if it was for a preservation)
     *     or {@code asked.} (if it was not), and one of is, ticket, date, reference, askedBy, executedBy, channel
     * @param fresh whether it is decided anew each time, and never taken over from an earlier request
     * @param preset the choice that a new draft begins with
     * @param max characters of a text, items of a list
     * @param brief what an answer is listed under where the label is a whole statement
     * @param missing what the browser says when it is not there; every blocking or recommended field has one
     */
    public record Field(
            String id,
            Type type,
            Need need,
            @Nullable List<Demand> demands,
            @Nullable List<Basis> rests,
            @Nullable Integer section,
            @Nullable Condition when,
            @Nullable String list,
            @Nullable String like,
            @Nullable String suggests,
            @Nullable String coded,
            @Nullable String from,
            @Nullable String annex,
            @Nullable String fills,
            @Nullable Boolean fresh,
            @Nullable String preset,
            @Nullable Integer max,
            Multilingual label,
            @JsonProperty("short") @Nullable Multilingual brief,
            @Nullable Multilingual hint,
            @Nullable Multilingual missing,
            @Nullable Item item,
            @Nullable List<Field> fields,
            @Nullable List<Rule> rules) {

        @Override
        public List<Demand> demands() {
            return demands == null ? List.of() : demands;
        }

        @Override
        public List<Basis> rests() {
            return rests == null ? List.of() : rests;
        }

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
     * Where a field or choice applies. Exactly one of: a field with one of the values, any of several, all of several, the contrary of one, or something known from
     * elsewhere.
     *
     * @param context {@code instrument:<id>} ({@code instrument:none} without a treaty), {@code measure:<code>}, {@code status:<status>}, {@code bound:<id>} (binds both states today), or a fact by its name
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
            @Nullable List<Basis> rests,
            @Nullable Integer section,
            @Nullable Integer days,
            Multilingual says) {

        @Override
        public List<Basis> rests() {
            return rests == null ? List.of() : rests;
        }
    }

    /**
     * @param iccs the crime class suggested with it, for statistics only
     * @param pattern what a value of this kind looks like; a regular expression that Java and browsers both read
     * @param kind of a ground: {@code refusal}; {@code notice}, after which the requesting state decides; {@code cannot}, which is no refusal; {@code postponement};
     *     {@code condition}; {@code outcome}
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
