package org.enlace.offline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a result described for forensic tools: CASE 1.3 over UCO 1.3, as JSON-LD ({@code exchange.md}, "Description for forensic tools"). Browsers make the very
 * same; a vector ({@code case.json}) keeps both alike.
 */
final class Description {

    static final String TYPE = "application/ld+json";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private static final Pattern ENDING = Pattern.compile("\\.([^.]+)$");

    private static final Map<String, String> CONTEXT = Map.of(
            "case-investigation", "https://ontology.caseontology.org/case/investigation/",
            "uco-action", "https://ontology.unifiedcyberontology.org/uco/action/",
            "uco-core", "https://ontology.unifiedcyberontology.org/uco/core/",
            "uco-identity", "https://ontology.unifiedcyberontology.org/uco/identity/",
            "uco-marking", "https://ontology.unifiedcyberontology.org/uco/marking/",
            "uco-observable", "https://ontology.unifiedcyberontology.org/uco/observable/",
            "uco-tool", "https://ontology.unifiedcyberontology.org/uco/tool/",
            "uco-types", "https://ontology.unifiedcyberontology.org/uco/types/",
            "uco-vocabulary", "https://ontology.unifiedcyberontology.org/uco/vocabulary/",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    private final Given given;
    private final Supplier<UUID> newId;
    private final List<Map<String, Object>> marked;

    /** @param id as the directory has it */
    record Party(String id, String name) {}

    /**
     * @param reference by which both sides know the request
     * @param marking {@code TLP:AMBER}
     * @param terms what may be done with it, in words; the first line of all that is said
     */
    record Given(
            UUID request,
            String reference,
            Party from,
            Party to,
            String marking,
            String terms,
            List<Named> files,
            Instant at) {}

    private Description(Given given, Supplier<UUID> newId) {
        this.given = given;
        this.newId = newId;
        this.marked = List.of(
                marking("statement", "uco-marking:StatementMarking", "uco-marking:statement", given.marking()),
                marking("terms-of-use", "uco-marking:TermsOfUseMarking", "uco-marking:termsOfUse", given.terms()));
    }

    /** @param newId gives another one each time */
    static Map<String, Object> of(Given given, Supplier<UUID> newId) {
        return new Description(given, newId).document();
    }

    private Map<String, Object> document() {
        var from = organization(given.from());
        var to = organization(given.to());
        var tool = object("uco-tool:Tool", "uco-core:name", "Enlace", "uco-tool:toolType", "sealing and transmission");
        var files = given.files().stream().map(this::file).toList();
        var sealed = given.files().stream().map(this::sealed).toList();
        var relations = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < files.size(); i++) {
            relations.add(decrypted(files.get(i), sealed.get(i)));
        }
        var provenance = object(
                "case-investigation:ProvenanceRecord",
                "uco-core:description",
                "Files given in answer to request " + given.reference() + ", as the giving authority had them.",
                "case-investigation:exhibitNumber",
                given.reference(),
                "uco-core:object",
                toThem(files));
        var results = Stream.concat(Stream.of(provenance), sealed.stream()).toList();
        var giving = object(
                "case-investigation:InvestigativeAction",
                "uco-core:name",
                "result sealed and given",
                "uco-core:description",
                "In answer to request " + given.reference() + ". " + given.terms(),
                "uco-action:performer",
                toIt(from),
                "uco-action:participant",
                toIt(to),
                "uco-action:instrument",
                toIt(tool),
                "uco-action:endTime",
                time(),
                "uco-action:object",
                toThem(files),
                "uco-action:result",
                toThem(results));
        var all = new ArrayList<>(marked);
        all.addAll(List.of(from, to, tool));
        all.addAll(files);
        all.addAll(sealed);
        all.addAll(relations);
        all.addAll(List.of(provenance, giving));
        var graph = new ArrayList<Map<String, Object>>();
        graph.add(bundle(from, all));
        graph.addAll(all);
        return members("@context", CONTEXT, "@graph", graph);
    }

    private Map<String, Object> bundle(Map<String, Object> from, List<Map<String, Object>> all) {
        return object(
                "uco-core:Bundle",
                "uco-core:name",
                given.reference() + ": files of a result",
                "uco-core:description",
                given.terms(),
                "uco-core:specVersion",
                "CASE 1.3.0, UCO 1.3.0",
                "uco-core:createdBy",
                toIt(from),
                "uco-core:objectCreatedTime",
                time(),
                "uco-core:externalReference",
                known("request, Enlace", given.request().toString()),
                "uco-core:object",
                toThem(all));
    }

    private Map<String, Object> file(Named file) {
        var said = members(
                "uco-observable:fileName",
                file.name(),
                "uco-observable:isDirectory",
                false,
                "uco-observable:sizeInBytes",
                whole(file.plain().size()));
        var ending = ENDING.matcher(file.name());
        if (ending.find()) {
            said.put("uco-observable:extension", ending.group(1));
        }
        var named = node("uco-observable:FileFacet", said);
        var held = content(file.plain(), "uco-observable:mimeType", file.type(), "uco-observable:isEncrypted", false);
        return object(
                "uco-observable:File",
                "uco-core:name",
                file.name(),
                "uco-core:tag",
                tags(file),
                "uco-core:hasFacet",
                List.of(named, held));
    }

    private static List<String> tags(Named file) {
        var tags = members(
                "language",
                file.language(),
                "relation",
                file.relation(),
                "kind",
                file.kind(),
                "version",
                file.version());
        return tags.entrySet().stream()
                .map(tag -> tag.getKey() + ":" + tag.getValue())
                .toList();
    }

    /** Under the name that it has in an evidence package. */
    private Map<String, Object> sealed(Named file) {
        var reference = known("document, Enlace", file.document().toString());
        var encrypted = node(
                "uco-observable:EncryptedStreamFacet",
                members("uco-observable:encryptionMethod", "age v1: X25519, ChaCha20-Poly1305"));
        var held = content(new Named.Digested(file.sha256(), file.size()), "uco-observable:isEncrypted", true);
        return object(
                "uco-observable:EncryptedStream",
                "uco-core:name",
                file.document() + ".age",
                "uco-core:externalReference",
                reference,
                "uco-core:hasFacet",
                List.of(encrypted, held));
    }

    private Map<String, Object> decrypted(Map<String, Object> file, Map<String, Object> sealed) {
        return object(
                "uco-observable:ObservableRelationship",
                "uco-core:source",
                toIt(file),
                "uco-core:target",
                toIt(sealed),
                "uco-core:kindOfRelationship",
                "Decrypted_From",
                "uco-core:isDirectional",
                true);
    }

    private Map<String, Object> content(Named.Digested digested, Object... more) {
        var hash = node(
                "uco-types:Hash",
                members(
                        "uco-types:hashMethod", typed("uco-vocabulary:HashNameVocab", "SHA256"),
                        "uco-types:hashValue", typed("xsd:hexBinary", digested.sha256())));
        var content = members(more);
        content.put("uco-observable:sizeInBytes", whole(digested.size()));
        content.put("uco-observable:hash", List.of(hash));
        return node("uco-observable:ContentDataFacet", content);
    }

    private Map<String, Object> organization(Party party) {
        return object(
                "uco-identity:Organization",
                "uco-core:name",
                party.name(),
                "uco-core:externalReference",
                known("authority, Enlace", party.id()));
    }

    private Map<String, Object> marking(String kind, String type, String property, String said) {
        var definition = node(type, members("uco-marking:definitionType", kind, property, said));
        return node(
                "uco-marking:MarkingDefinition",
                members("uco-marking:definitionType", kind, "uco-marking:definition", definition));
    }

    private Map<String, Object> known(String context, String identifier) {
        return node(
                "uco-core:ExternalReference",
                members("uco-core:definingContext", context, "uco-core:externalIdentifier", identifier));
    }

    /** What is marked with the conditions. */
    private Map<String, Object> object(String type, Object... said) {
        var members = members(said);
        members.put("uco-core:objectMarking", toThem(marked));
        return node(type, members);
    }

    private Map<String, Object> node(String type, Map<String, Object> members) {
        var node = members("@id", "urn:uuid:" + newId.get(), "@type", type);
        node.putAll(members);
        return node;
    }

    private Map<String, Object> time() {
        return typed("xsd:dateTime", TIME.format(given.at()));
    }

    private static Map<String, Object> whole(long value) {
        return typed("xsd:integer", String.valueOf(value));
    }

    private static Map<String, Object> typed(String type, String value) {
        return members("@type", type, "@value", value);
    }

    private static Map<String, Object> toIt(Map<String, Object> node) {
        return members("@id", Objects.requireNonNull(node.get("@id")));
    }

    private static List<Map<String, Object>> toThem(List<Map<String, Object>> nodes) {
        return nodes.stream().map(Description::toIt).toList();
    }

    /** Names and values in turn; what is not known is left out. */
    private static Map<String, Object> members(@Nullable Object... said) {
        var members = new LinkedHashMap<String, Object>();
        for (var i = 0; i < said.length; i += 2) {
            var value = said[i + 1];
            if (value != null) {
                members.put(String.valueOf(said[i]), value);
            }
        }
        return members;
    }
}
