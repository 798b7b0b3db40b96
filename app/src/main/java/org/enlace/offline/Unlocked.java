package org.enlace.offline;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.enlace.ledger.CarriedFile;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Malformed;
import org.enlace.ledger.Signed;
import org.enlace.ledger.SigningKey;
import org.enlace.ledger.StatedKeys;
import org.enlace.sealing.Age;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A kit whose keys are open, for as long as the command runs: what the officer signs and opens with, and the directory, every statement in it checked. */
final class Unlocked {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String MEMORY = "enlace-officer-memory+jws";

    private final Kit kit;
    private final Age.Identity identity;
    private final SigningKey signing;
    private final Map<Integer, Age.Identity> generations = new HashMap<>();
    private final KitDirectory directory;
    private final StatedKeys stated;

    private Unlocked(Kit kit, JsonNode officer) {
        this.kit = kit;
        this.identity = Age.Identity.of(officer.path("identity").asString());
        this.signing = SigningKey.ofSeed(
                Base64.getUrlDecoder().decode(officer.path("seed").asString()));
        for (var copy : kit.copies()) {
            var key = JSON.readTree(Age.open(copy.bytes(), identity));
            generations.put(
                    copy.generation(), Age.Identity.of(key.path("identity").asString()));
        }
        this.directory =
                JSON.readValue(Age.open(Base64.getDecoder().decode(kit.directory()), identity), KitDirectory.class);
        this.stated = directory.keys();
    }

    /** Asks for the passphrase or the printed code; only the cast of the demo needs neither. */
    static Unlocked of(Kit kit, Terminal terminal) {
        var officer = JSON.readTree(officerKey(kit, terminal));
        if (!kit.account().toString().equals(officer.path("account").asString(""))) {
            throw new Trouble("kit.other-officer");
        }
        try {
            var unlocked = new Unlocked(kit, officer);
            unlocked.compareWithMemory();
            return unlocked;
        } catch (Malformed wrong) {
            throw new Trouble("kit.not-proved", String.valueOf(wrong.getMessage()));
        } catch (RuntimeException damaged) {
            if (damaged instanceof Trouble trouble) {
                throw trouble;
            }
            throw new Trouble("kit.damaged");
        }
    }

    Kit kit() {
        return kit;
    }

    KitDirectory directory() {
        return directory;
    }

    StatedKeys stated() {
        return stated;
    }

    UUID account() {
        return kit.account();
    }

    Jws sign(Signed thing) {
        return thing.sign(signing);
    }

    /** The request's key, from the copy sealed to the own authority. */
    Age.Identity requestKey(CarriedFile.Copy copy, UUID request) {
        var own = generations.get(copy.generation());
        if (own == null) {
            throw new Trouble("kit.generation", copy.generation());
        }
        try {
            var file = JSON.readTree(Age.open(copy.sealed(), own));
            if (file.path("request").asString("").equals(request.toString())) {
                return Age.Identity.of(file.path("identity").asString());
            }
        } catch (RuntimeException damaged) {
            throw new Trouble("file.key");
        }
        throw new Trouble("file.key");
    }

    private static byte[] officerKey(Kit kit, Terminal terminal) {
        var demo = kit.lock("demo");
        try {
            if (demo.isPresent() && demo.get().identity() != null) {
                return Age.open(demo.get().bytes(), Age.Identity.of(demo.get().identity()));
            }
            var typed = terminal.secret("secret.ask");
            var code = PrintedCode.read(typed);
            if (code.isPresent()) {
                return Age.open(
                        kit.lock("paper")
                                .orElseThrow(() -> new Trouble("secret.wrong"))
                                .bytes(),
                        code.get());
            }
            return Age.open(
                    kit.lock("passphrase")
                            .orElseThrow(() -> new Trouble("secret.no-passphrase"))
                            .bytes(),
                    typed);
        } catch (UncheckedIOException wrong) {
            throw new Trouble("secret.wrong");
        }
    }

    /** Threat: a host that hands out a kit with keys of its own. What the officer's browser has seen of the log and of others' keys must not be contradicted. */
    private void compareWithMemory() {
        if (kit.memory() == null) {
            return;
        }
        var sealed = JSON.readTree(Age.open(Base64.getDecoder().decode(kit.memory()), identity));
        var signed = Jws.parse(sealed.path("signed").asString(""));
        if (!signed.type().equals(MEMORY) || !signed.isSignedBy(signing.verifyingKey())) {
            throw new Malformed("What the officer remembers was not signed by the officer.");
        }
        var memory = JSON.readTree(new String(signed.payload(), StandardCharsets.UTF_8));
        if (!memory.path("logKey")
                .asString("")
                .strip()
                .equals(directory.logKey().strip())) {
            throw new Trouble("kit.other-log");
        }
        for (var known : memory.path("authorities").properties()) {
            var generation = known.getValue().path("generation").asInt();
            var said = known.getValue().path("statement").asString("");
            var here = stated.statement(known.getKey(), generation);
            if (here.isPresent() && !here.get().hex().equals(said)) {
                throw new Trouble("kit.contradicts", known.getKey());
            }
        }
    }
}
