package org.enlace.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Reads a definition and refuses it whole if anything in it does not hold: a wrong form must stop the start, not a request at night. */
final class FormReader {

    private static final Set<String> RULES = Set.of("oneOf", "order", "days", "notPast", "notFuture");

    /** What a file can be said to be ({@code docs/protocols/exchange.md}). */
    private static final Set<String> ANNEXES = Set.of("provision", "order", "power", "other");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule().addDeserializer(Multilingual.class, new InFourLanguages()))
            .build();

    /** What the browser knows of a route besides its instrument, its status and what binds both states. */
    private static final Set<String> FACTS =
            Set.of("reservation29(4)", "offenceOutside2to11", "carried", "urgent", "preserved");

    private static final Pattern FILLS =
            Pattern.compile("(earlier|preserved|asked)\\.(is|ticket|date|reference|askedBy|executedBy|channel)"
                    + "|disclosed\\.(provider|contact|place|unknown)");

    private static final Pattern CONTEXT =
            Pattern.compile("(instrument|bound|measure):[a-z0-9-]+|status:(new|extension|follow-up|comment)");

    private final Form form;
    private final List<String> faults = new ArrayList<>();

    private FormReader(Form form) {
        this.form = form;
    }

    /** @throws IllegalArgumentException naming everything that is wrong */
    static Form read(JsonNode definition) {
        var reader = new FormReader(JSON.treeToValue(definition, Form.class));
        reader.check();
        if (!reader.faults.isEmpty()) {
            throw new IllegalArgumentException(reader.form.form() + ": " + String.join("; ", reader.faults));
        }
        return reader.form;
    }

    static ObjectNode parse(byte[] text) {
        return (ObjectNode) JSON.readTree(text);
    }

    private void check() {
        if (form.isProfile()) {
            ProfileCheck.of(form, faults);
        } else {
            require(
                    form.groups().stream().allMatch(group -> ProfileCheck.ACTS.contains(group.id())),
                    "messages of no such act among "
                            + form.groups().stream().map(Form.Group::id).toList());
        }
        unique(form.groups().stream().map(Form.Group::id).toList(), "group");
        form.lists().forEach((name, choices) -> {
            unique(choices.stream().map(Form.Choice::code).toList(), "choice of " + name);
            choices.forEach(choice -> choice(name, choice));
        });
        var top = new HashSet<String>();
        for (var group : form.groups()) {
            // The groups of a request share one set of values; each act of an answer has its own.
            var scope = form.isProfile() ? top : new HashSet<String>();
            fields(group.fields(), group.rules(), scope, List.of(group));
        }
    }

    private void fields(List<Form.Field> fields, List<Form.Rule> rules, Set<String> seen, List<Object> path) {
        for (var field : fields) {
            if (!seen.add(field.id())) {
                faults.add("two fields " + field.id());
            }
            field(field, seen, path);
        }
        for (var rule : rules) {
            rule(rule, seen);
        }
    }

    private void field(Form.Field field, Set<String> before, List<Object> path) {
        var id = field.id();
        require(field.missing() != null || field.need() == Form.Need.OPTIONAL, id + " is needed and has no sentence");
        require(
                field.list() == null || form.lists().containsKey(field.list()),
                id + " has no such list as " + field.list());
        var choosing = field.type() == Form.Type.CHOICE || field.type() == Form.Type.CHOICES;
        require(!choosing || field.list() != null, id + " offers no choices");
        require((field.type() == Form.Type.DERIVED) == (field.from() != null), id + " is derived from nothing");
        annex(field, path);
        require(field.like() == null || before.contains(field.like()), id + " is like no field before it");
        section(id, field.section());
        field.rests().forEach(basis -> basis(id, basis));
        field.demands().forEach(demand -> {
            condition(id, demand.when(), before);
            require(
                    field.missing() != null || demand.need() == Form.Need.OPTIONAL,
                    id + " is sometimes needed and has no sentence");
        });
        require(
                field.fills() == null || FILLS.matcher(field.fills()).matches(),
                id + " holds nothing that is known of an earlier request: " + field.fills());
        require(
                field.preset() == null
                        || form.lists().getOrDefault(field.list(), List.of()).stream()
                                .anyMatch(choice -> choice.code().equals(field.preset())),
                id + " begins with something that cannot be chosen");
        if (field.when() != null) {
            condition(id, field.when(), before);
        }
        if (field.type() == Form.Type.LIST) {
            require(field.item() != null && !field.fields().isEmpty() && path.size() < 3, id + " is no list");
            var within = new HashSet<>(before);
            field.fields().forEach(inner -> require(!before.contains(inner.id()), "two fields " + inner.id()));
            var deeper = new ArrayList<>(path);
            deeper.add(field);
            fields(field.fields(), field.rules(), within, deeper);
        }
    }

    /** Files belong to the whole request, and are said to be something: not to one item of a list. */
    private void annex(Form.Field field, List<Object> path) {
        var files = field.type() == Form.Type.FILES;
        require(
                files ? field.annex() != null && ANNEXES.contains(field.annex()) : field.annex() == null,
                field.id() + " is about files of no such kind: " + field.annex());
        require(
                !files || (form.isProfile() && path.size() == 1),
                field.id() + " asks for files where none are attached");
    }

    private void rule(Form.Rule rule, Set<String> known) {
        require(RULES.contains(rule.kind()), "no such rule as " + rule.kind());
        require(
                rule.kind().equals("days") == (rule.days() != null),
                "a rule about days and only that one counts them: " + rule.fields());
        rule.fields().forEach(field -> require(known.contains(field), "a rule about " + field + ", which is no field"));
        section(rule.kind(), rule.section());
        rule.rests().forEach(basis -> basis(rule.kind() + rule.fields(), basis));
    }

    private void choice(String list, Form.Choice choice) {
        var name = list + "." + choice.code();
        require(choice.article() == null || choice.mark() != null, name + " cites an article without a mark");
        require(
                choice.iccs() == null
                        || form.lists().getOrDefault("iccs", List.of()).stream()
                                .anyMatch(each -> each.code().equals(choice.iccs())),
                name + " suggests a crime class that is not listed");
        if (choice.when() != null) {
            choice.when()
                    .leaves()
                    .map(Form.Condition::context)
                    .filter(Objects::nonNull)
                    .forEach(context -> context(name, context));
        }
        if (choice.pattern() != null) {
            try {
                Pattern.compile(choice.pattern());
            } catch (PatternSyntaxException e) {
                faults.add(name + ": " + e.getMessage());
            }
        }
    }

    private void condition(String id, Form.Condition condition, Set<String> known) {
        condition.leaves().forEach(leaf -> {
            if (leaf.context() == null) {
                require(
                        leaf.field() != null && known.contains(leaf.field()) && leaf.is() != null,
                        id + " depends on " + leaf.field() + ", which is no field before it");
            } else {
                context(id, leaf.context());
            }
        });
    }

    private void context(String id, String context) {
        require(
                FACTS.contains(context) || CONTEXT.matcher(context).matches(),
                id + " depends on what nobody knows: " + context);
        require(
                !form.isProfile() || !context.startsWith("instrument:") || form.serves(under(context)),
                id + " depends on an instrument that is not served: " + context);
    }

    private static @Nullable String under(String context) {
        var instrument = context.substring("instrument:".length());
        return instrument.equals("none") ? null : instrument;
    }

    private void section(String id, @Nullable Integer section) {
        if (section != null) {
            var template = form.template();
            require(
                    template != null && section >= 1 && section <= template.lastKnownSection(),
                    id + " names a section that nobody has seen: " + section);
        }
    }

    private void basis(String id, Form.Basis basis) {
        require(
                basis.article() != null || basis.mark() == Form.Mark.D,
                id + " rests on no article and does not say that it is our own practice");
        require(
                basis.instrument() == null || form.serves(basis.instrument()),
                id + " rests on an instrument that is not served: " + basis.instrument());
    }

    private void unique(List<String> ids, String what) {
        require(new HashSet<>(ids).size() == ids.size(), "two of a " + what + " in " + ids);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

    /** Officials read every text in their own language, so none may be missing or blank. */
    private static final class InFourLanguages extends ValueDeserializer<Multilingual> {

        @Override
        public Multilingual deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode node = parser.readValueAsTree();
            for (var language : Language.values()) {
                if (node.path(language.tag()).asString("").isBlank()) {
                    throw new IllegalArgumentException("a text without " + language.tag() + ": " + node);
                }
            }
            if (node.size() != Language.values().length) {
                throw new IllegalArgumentException("a text in other languages: " + node);
            }
            return Multilingual.of(text(node, "en"), text(node, "es"), text(node, "fr"), text(node, "pt"));
        }

        private static String text(JsonNode node, String language) {
            return Objects.requireNonNull(node.get(language)).asString();
        }
    }
}
