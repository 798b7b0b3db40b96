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

    /** @param withTheOfficer whether it ends because an officer leaves; else whoever is left makes a new one */
    void theKeyEndsDuringAnExchange(boolean withTheOfficer) {
        var asuncion = new Officer(installation, Cast.PARAGUAY_DUTY);
        var stays = new Officer(installation, Cast.BRAZIL_DUTY);
        var uploads = withTheOfficer ? new Officer(installation, Cast.BRAZIL_DEPUTY) : stays;
        var before = signed(asuncion);
        var first = asuncion.post(before);
        var onTheWay = signed(asuncion);
        var file = new byte[CHUNK + 7];
        var line = "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(line, 0, file, 0, line.length);
        var upload = uploads.session().newId();
        uploads.session()
                .post("/uploads", Map.of("id", upload, "request", before.request(), "size", file.length))
                .require(201);
        uploads.session()
                .put("/uploads/" + upload + "/chunks/0", Arrays.copyOf(file, CHUNK))
                .require(204);

        if (withTheOfficer) {
            stays.session()
                    .post("/keys/authority/departures", departure(stays, uploads))
                    .require(204);
            assertThat(uploads.session()
                            .put("/uploads/" + upload + "/chunks/1", new byte[7])
                            .status())
                    .as("who left is out at once")
                    .isEqualTo(401);
        } else {
            stays.session()
                    .post("/keys/authority/rotations", successor(stays.session()))
                    .require(204);
        }
        installation.history().posted(asuncion.member(), onTheWay);
        refused("KEY_CHANGED", onTheWay, asuncion);
        refused("KEY_CHANGED", onTheWay, asuncion);
        refused("WRONG_KEYS", asIfSealedToTheNext(onTheWay), asuncion);
        assertThat(asuncion.post(before).get("receipt"))
                .as("sent again after the change: the first receipt")
                .isEqualTo(first.get("receipt"));
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
                "  F19: the key of an authority ended "
                        + (withTheOfficer ? "with an officer who left" : "and another one was made")
                        + ": what was sealed to it was refused (KEY_CHANGED, signed), sealed anew and taken; what had come before still opens and has its first receipt; the upload went on");
    }

    private void refused(String code, OfficerSession.Signed act, Officer officer) {
        var refused = officer.session().post(act);
        assertThat(refused.code()).as(refused.text()).isEqualTo(code);
        assertThat(refused.json().get("detail").asString())
                .as("with a sentence for the officer")
                .isNotBlank();
        installation.history().refused(code, act.jws().digest(), refused.json().get("refusal"));
    }

    /** What was signed for the key that ended, with copies that say they are sealed to the one after it. */
    private static OfficerSession.Signed asIfSealedToTheNext(OfficerSession.Signed act) {
        var copies = act.copies().stream()
                .map(copy -> copy.authority().equals(BRAZIL)
                        ? new OfficerSession.Copy(copy.authority(), copy.generation() + 1, copy.sealed())
                        : copy)
                .toList();
        return new OfficerSession.Signed(act.request(), act.act(), act.jws(), copies, act.key());
    }

    private static OfficerSession.Signed signed(Officer asuncion) {
        return asuncion.session().sign(BRAZIL, Urgency.ORDINARY, null, Pair.FORM);
    }

    /** The leaver goes; the other one makes the next generation. */
    static Map<String, Object> departure(Officer stays, Officer leaves) {
        var session = stays.session();
        var form = successor(session);
        var gone = new Statement.Departure(
                session.authority(),
                session.generation(),
                leaves.member().account(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        form.put("departure", session.officer().sign(gone).compact());
        return form;
    }

    /** The next generation of an authority's key, sealed to the officer who makes it and to a new recovery sheet, so that the authority goes on receiving. */
    private static Map<String, Object> successor(OfficerSession session) {
        var authority = session.authority();
        var known = session.get("/keys/authorities/" + authority).require(200).json();
        var current = Jws.parse(known.get("statements")
                .get(known.get("statements").size() - 1)
                .get("jws")
                .asString());
        var generation = session.generation() + 1;
        var key = Age.newIdentity();
        var sheet = Age.newIdentity();
        var next = new Statement.AuthorityKey(
                authority,
                generation,
                key.recipient(),
                sheet.recipient(),
                SigningKey.generate().verifyingKey(),
                current.digest(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        var paper = new LinkedHashMap<String, String>();
        for (int each = 1; each <= generation; each++) {
            var file = SoftwareOfficer.authorityKeyFile(
                    authority, each, each == generation ? key : session.authorityKey(each));
            paper.put(String.valueOf(each), sealed(file, sheet.recipient()));
        }
        var form = new LinkedHashMap<String, Object>();
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
