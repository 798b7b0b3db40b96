package org.enlace.offline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.enlace.StateCode;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.enlace.ledger.Act;
import org.enlace.ledger.CarriedFile;
import org.enlace.ledger.Send;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Side;
import org.enlace.procedure.Unlogged;
import org.enlace.sealing.Age;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A carried file in the hands of an officer of one of its two authorities: which side that is, what it says, and what may be done. */
final class Dossier {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final CarriedFile file;
    private final Unlocked officer;
    private final Forms forms;
    private final Side side;
    private final KitDirectory.Office requested;
    private Age.@Nullable Identity key;

    private Dossier(CarriedFile file, Unlocked officer, Forms forms, Side side, KitDirectory.Office requested) {
        this.file = file;
        this.officer = officer;
        this.forms = forms;
        this.side = side;
        this.requested = requested;
    }

    /** @throws Trouble if the file is not for the officer's authority, or says otherwise than the kit who has which key */
    static Dossier of(CarriedFile file, Unlocked officer, Forms forms) {
        var own = officer.kit().authority();
        var first = file.acts().getFirst().act();
        var sending = (Send) first.coded();
        var requested = officer.directory()
                .office(sending.requestedAuthority())
                .orElseThrow(() -> new Trouble("route.none", sending.requestedAuthority()));
        var side = first.authority().equals(own) ? Side.REQUESTING : Side.REQUESTED;
        if (file.copies().stream().noneMatch(copy -> copy.authority().equals(own))) {
            throw new Trouble("file.not-yours", own);
        }
        var dossier = new Dossier(file, officer, forms, side, requested);
        if (side == Side.REQUESTED
                && !dossier.now(file.acts().stream()
                                .map(each -> new Parcel.Written(each.jws(), each.act()))
                                .toList())
                        .requested()
                        .equals(own)) {
            throw new Trouble("file.not-yours", own);
        }
        dossier.compareKeys(Set.of(first.authority(), sending.requestedAuthority()));
        return dossier;
    }

    Side side() {
        return side;
    }

    Act first() {
        return file.acts().getFirst().act();
    }

    Send sending() {
        return (Send) first().coded();
    }

    Form form() {
        return forms.find(sending().form())
                .orElseThrow(() -> new Trouble("answers.form", sending().form()));
    }

    Form answers() {
        return forms.require(String.valueOf(form().answers()));
    }

    ZoneId zone() {
        return ZoneId.of(requested.zone());
    }

    /** How it stands after these acts. */
    Unlogged now(List<Parcel.Written> acts) {
        var signed = acts.stream()
                .map(each -> new Unlogged.Signed(each.act(), each.jws().digest()))
                .toList();
        var asking = officer.directory()
                .office(first().authority())
                .map(office -> new StateCode(office.state()))
                .orElseThrow(() -> new Trouble("route.none", first().authority()));
        return Unlogged.of(signed, asking, zone(), form().acts());
    }

    /** The request's key. Only whoever signed that the request is open asks for it. */
    Age.Identity key() {
        if (key == null) {
            var own = officer.kit().authority();
            key = file.copies().stream()
                    .filter(copy -> copy.authority().equals(own))
                    .map(copy -> officer.requestKey(copy, file.request()))
                    .findFirst()
                    .orElseThrow();
        }
        return key;
    }

    /** The form or message that an act brought, line by line. Results that were not received yet stay closed. */
    List<String> read(Act act, Unlogged standing, org.enlace.Language language) throws IOException {
        var closed = side == Side.REQUESTING && standing.waiting().contains(act.act());
        var content = act.content().stream()
                .filter(each -> each.role() != Act.Role.ATTACHMENT && file.has(each.document()))
                .findFirst();
        if (closed || content.isEmpty()) {
            return List.of();
        }
        var sealed = JSON.readTree(open(content.get().document()));
        var values = values(sealed.path("values"));
        var isForm = act.coded() instanceof Send;
        var definition = isForm ? form() : answers();
        var groups = isForm
                ? definition.groups()
                : definition.group(act.kind()).map(List::of).orElse(List.of());
        var files = Enclosed.of(act, sealed);
        var lines = new ArrayList<>(
                Shown.of(definition, groups, isForm ? files.among(values, definition) : values, language));
        lines.addAll(files.lines(language));
        return lines;
    }

    /** The attachments that may be read now. */
    List<Saving.Attached> attached(Unlogged standing) throws IOException {
        var attached = new ArrayList<Saving.Attached>();
        for (var each : file.acts()) {
            var act = each.act();
            var closed = side == Side.REQUESTING && standing.waiting().contains(act.act());
            for (var content : act.content()) {
                if (!closed && content.role() == Act.Role.ATTACHMENT && file.has(content.document())) {
                    attached.add(new Saving.Attached(act, content.document(), name(act, content.document())));
                }
            }
        }
        return attached;
    }

    /** Opens a document into a file. Sealed bytes pass through the same folder, page by page. */
    void open(UUID document, Path into) throws IOException {
        var sealed = Parcel.passing(Files.createTempFile(Parcel.folderOf(into), ".enlace-", ".age"));
        try {
            try (var bytes = Files.newOutputStream(sealed)) {
                file.content(document, bytes);
            }
            try (var in = Files.newInputStream(sealed);
                    var out = Files.newOutputStream(into)) {
                Age.open(in, key(), out);
            }
        } finally {
            Files.delete(sealed);
        }
    }

    /** The conditions under which the other side gave what an act brought; none of what is one's own. */
    Optional<Under> under(Act act) {
        var acts = file.acts().stream().map(CarriedFile.Written::act).toList();
        return Optional.ofNullable(Under.which(acts, officer.kit().authority()).get(act.act()));
    }

    /** What the tool can do of what is open now; the rest is done on the platform. */
    List<Kind> open(List<Parcel.Written> acts) {
        var open = now(acts).open(side);
        return Deeds.OFFERED.stream().filter(open::contains).toList();
    }

    private byte[] open(UUID document) throws IOException {
        var sealed = new ByteArrayOutputStream();
        file.content(document, sealed);
        return Age.open(sealed.toByteArray(), key());
    }

    /** A name of somebody else's choosing never leads out of the folder. */
    private String name(Act act, UUID document) throws IOException {
        var named = act.content().stream()
                .filter(each -> each.role() != Act.Role.ATTACHMENT && file.has(each.document()))
                .findFirst();
        var given = "";
        if (named.isPresent()) {
            for (var attachment : JSON.readTree(open(named.get().document())).path("attachments")) {
                if (attachment.path("document").asString("").equals(document.toString())) {
                    given = attachment.path("name").asString("");
                }
            }
        }
        var safe = given.replaceAll("[^\\p{L}\\p{N} ._-]", "_").replaceAll("^[.]+", "_");
        return document.toString().substring(24) + (safe.isBlank() ? "" : "-" + safe);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(JsonNode values) {
        return values.isObject() ? JSON.convertValue(values, Map.class) : Map.of();
    }

    /** Threat: a file whose statements give an authority another key than everybody else knows. The kit's must say the same of the same generation. */
    private void compareKeys(Set<String> authorities) {
        var here = org.enlace.ledger.StatedKeys.of(file.keys(), file.checkpoint(), file.logKey());
        for (var authority : authorities) {
            for (var generation = 1; here.statement(authority, generation).isPresent(); generation++) {
                var known = officer.stated().statement(authority, generation);
                if (known.isPresent() && !known.equals(here.statement(authority, generation))) {
                    throw new Trouble("file.contradicts", authority);
                }
            }
        }
    }
}
