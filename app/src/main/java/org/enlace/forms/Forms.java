package org.enlace.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.Refused;
import org.enlace.ui.Typesetting;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The definitions this program knows: every file {@code <name>-<version>.json} of this folder, put together and checked once at start. One that does not hold stops it. */
@Component
public class Forms {

    public static final String PRESERVATION = "preservation/1";

    public static final String PRESERVATION_ANSWER = "preservation-answer/1";

    public static final String ASSISTANCE_ANSWER = "assistance-answer/1";

    private final Map<String, Published> bySlug = new TreeMap<>();

    Forms() {
        var parts = FormParts.of(
                files("parts/*.json").map(file -> FormReader.parse(bytes(file))).toList());
        files("*.json").forEach(file -> publish(file, parts));
        profiles().forEach(this::requireTogether);
    }

    /** The same definitions where no application runs around them. */
    public static Forms read() {
        return new Forms();
    }

    /** By name and version, as signed acts carry it. */
    public Form require(String name) {
        return find(name).orElseThrow(Refused::absent);
    }

    /** The same, where it may be missing. */
    public Optional<Form> find(String name) {
        return published(name.replace('/', '-')).map(Published::form);
    }

    /** What can be sent, by name. */
    public List<Form> profiles() {
        return bySlug.values().stream()
                .map(Published::form)
                .filter(Form::isProfile)
                .toList();
    }

    /** The profiles with which a measure can be asked for; usually one. */
    public List<Form> profiles(String measure) {
        return profiles().stream().filter(form -> form.asks(measure)).toList();
    }

    /** The profile that serves a measure under an instrument; null is without a treaty. Should there be several, the newest by name. */
    public Optional<Form> profile(String measure, @Nullable String instrument) {
        return profiles(measure).stream()
                .filter(form -> form.serves(instrument))
                .reduce((older, newer) -> newer);
    }

    /** Whether some profile continues requests of that form. */
    public boolean isFollowed(String name) {
        return profiles().stream().anyMatch(form -> form.follows().contains(name));
    }

    /** By the name used in addresses: {@code preservation-1}. */
    Optional<Published> published(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    private void publish(Resource file, FormParts parts) {
        var slug = name(file).replace(".json", "");
        try {
            var definition = Composition.of(FormReader.parse(bytes(file)), parts);
            typeset(definition);
            var form = FormReader.read(definition);
            if (!form.slug().equals(slug)) {
                throw new IllegalArgumentException("it defines " + form.form());
            }
            var text = definition.toString();
            bySlug.put(slug, new Published(form, text, tag(text)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The form " + slug + " does not hold: " + e.getMessage(), e);
        }
    }

    /** Browsers read the same text as pages are drawn from. */
    private static void typeset(JsonNode node) {
        if (node instanceof ObjectNode text && text.has("en") && text.path("fr").isString()) {
            text.put("fr", Typesetting.of(Language.FR, text.path("fr").asString()));
        }
        node.forEach(Forms::typeset);
    }

    /** What a profile says of other definitions. */
    private void requireTogether(Form profile) {
        var answers = profile.answers();
        if (answers == null || find(answers).filter(form -> !form.isProfile()).isEmpty()) {
            throw new IllegalStateException(profile.form() + " has no messages for its acts: " + answers);
        }
        var here = fields(profile);
        if (!profile.follows().stream()
                .allMatch(name -> find(name).filter(Form::isProfile).isPresent())) {
            throw new IllegalStateException(profile.form() + " follows no profile: " + profile.follows());
        }
        if (!here.containsAll(profile.takes().values())) {
            throw new IllegalStateException(profile.form() + " takes over into fields that it has not");
        }
        var there = new HashSet<String>();
        profile.follows().forEach(name -> there.addAll(fields(require(name))));
        if (!there.containsAll(profile.takes().keySet())) {
            throw new IllegalStateException(profile.form() + " takes over from fields that nobody has");
        }
    }

    private static Set<String> fields(Form form) {
        var ids = new HashSet<String>();
        form.groups().forEach(group -> group.fields().forEach(field -> ids.add(field.id())));
        return ids;
    }

    private static Stream<Resource> files(String pattern) {
        try {
            var folder = "classpath*:" + Forms.class.getPackageName().replace('.', '/') + '/';
            return Arrays.stream(new PathMatchingResourcePatternResolver(Forms.class.getClassLoader())
                            .getResources(folder + pattern))
                    .sorted((one, other) -> name(one).compareTo(name(other)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Resource file) {
        var name = file.getFilename();
        if (name == null) {
            throw new IllegalStateException("a definition without a name: " + file);
        }
        return name;
    }

    private static byte[] bytes(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A definition.
     *
     * @param definition the very text that browsers read
     * @param tag changes with the text
     */
    record Published(Form form, String definition, String tag) {}
}
