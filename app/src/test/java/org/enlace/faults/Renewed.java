package org.enlace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.SoftwareOfficer;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;
import org.enlace.ledger.SigningKey;
import org.enlace.ledger.Statement;
import org.enlace.sealing.Age;

/** F19: an authority's key ends in the middle of an exchange, with the officer who leaves. What was sealed to it is refused with the reason, and goes on under the next one. */
final class Renewed {

    private static final String BRAZIL = Cast.Office.BRAZIL.id();
    private static final int CHUNK = 1 << 20;

    private final Installation installation;

    Renewed(Installation installation) {
        this.installation = installation;
    }

    void theKeyEndsDuringAnExchange() {
        var asuncion = new Officer(installation, Cast.PARAGUAY_DUTY);
        var stays = new Officer(installation, Cast.BRAZIL_DUTY);
        var leaves = new Officer(installation, Cast.BRAZIL_DEPUTY);
        var before = signed(asuncion);
        asuncion.post(before);
        var onTheWay = signed(asuncion);
        var file = new byte[CHUNK + 7];
        var line = "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(line, 0, file, 0, line.length);
        var upload = leaves.session().newId();
        leaves.session()
                .post("/uploads", Map.of("id", upload, "request", before.request(), "size", file.length))
                .require(201);
        leaves.session()
                .put("/uploads/" + upload + "/chunks/0", Arrays.copyOf(file, CHUNK))
                .require(204);

        stays.session()
                .post("/keys/authority/departures", departure(stays, leaves))
                .require(204);

        assertThat(leaves.session()
                        .put("/uploads/" + upload + "/chunks/1", new byte[7])
                        .status())
                .as("who left is out at once")
                .isEqualTo(401);
        installation.history().posted(asuncion.member(), onTheWay);
        var refused = asuncion.session().post(onTheWay);
        assertThat(refused.code()).isEqualTo("KEY_CHANGED");
        assertThat(refused.json().get("detail").asString())
                .as("with a sentence for the officer")
                .isNotBlank();
        installation
                .history()
                .refused("KEY_CHANGED", onTheWay.jws().digest(), refused.json().get("refusal"));
        var again = signed(asuncion);
        asuncion.post(again);
        var session = installation.as(Cast.BRAZIL_DUTY);
        session.put("/uploads/" + upload + "/chunks/1", new byte[7]).require(204);
        session.post(
                        "/uploads/" + upload + "/completion",
                        Map.of("sha256", Hash.sha256(file).hex()))
                .require(200);
        for (var request : List.of(before, again)) {
            var open = session.sign(request.request(), OfficerSession.OPEN, null);
            installation.history().posted(stays.member(), open);
            installation
                    .history()
                    .answered(
                            stays.member(),
                            open,
                            session.post(open).require(200).json());
            assertThat(session.requestKey(request.request()).secret())
                    .as("opens with the key it was sealed to")
                    .isEqualTo(request.key().secret());
        }
        System.out.println(
                "  F19: the key of an authority ended with an officer who left: what was sealed to it was refused (KEY_CHANGED, signed), sealed anew and taken; what had come before still opens; a colleague finished the leaver's upload");
    }

    private static OfficerSession.Signed signed(Officer asuncion) {
        return asuncion.session().sign(BRAZIL, Urgency.ORDINARY, null, Pair.FORM);
    }

    /** The leaver goes; the other one makes the next generation, sealed to themselves and to a new recovery sheet, so that the authority goes on receiving. */
    static Map<String, Object> departure(Officer stays, Officer leaves) {
        var session = stays.session();
        var authority = session.authority();
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var known = session.get("/keys/authorities/" + authority).require(200).json();
        var current = Jws.parse(known.get("statements")
                .get(known.get("statements").size() - 1)
                .get("jws")
                .asString());
        var generation = known.get("generation").asInt() + 1;
        var key = Age.newIdentity();
        var sheet = Age.newIdentity();
        var next = new Statement.AuthorityKey(
                authority,
                generation,
                key.recipient(),
                sheet.recipient(),
                SigningKey.generate().verifyingKey(),
                current.digest(),
                now);
        var gone = new Statement.Departure(
                authority, generation - 1, leaves.member().account(), now);
        var paper = new LinkedHashMap<String, String>();
        paper.put(
                String.valueOf(generation - 1),
                sealed(
                        SoftwareOfficer.authorityKeyFile(authority, generation - 1, session.authorityKey()),
                        sheet.recipient()));
        paper.put(
                String.valueOf(generation),
                sealed(SoftwareOfficer.authorityKeyFile(authority, generation, key), sheet.recipient()));
        var form = new LinkedHashMap<String, Object>();
        form.put("departure", session.officer().sign(gone).compact());
        form.put("statement", session.officer().sign(next).compact());
        form.put("admissions", List.of());
        form.put(
                "copies",
                Map.of(
                        session.officer().account().toString(),
                        sealed(
                                SoftwareOfficer.authorityKeyFile(authority, generation, key),
                                session.officer().identity().recipient())));
        form.put("paper", paper);
        form.put("division", Map.of("shares", 3, "threshold", 2));
        return form;
    }

    private static String sealed(byte[] file, String recipient) {
        return Base64.getEncoder().encodeToString(Age.seal(file, recipient));
    }
}
