package org.enlace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.enlace.demo.Cast;
import org.enlace.ledger.WitnessCommand;

/** What a server stands on and does not hold in its hand: the mail server, the disk that somebody puts back. */
final class Surroundings {

    private final Installation installation;

    Surroundings(Installation installation) {
        this.installation = installation;
    }

    /** F7: a mail server that is down, silent, busy, forgetful. Acts do not wait for it, one bad address stops nobody, and afterwards every mail is out. */
    void theMailServerMisbehaves(int acts, Duration each) throws Exception {
        var pair = new Pair(installation, false);
        pair.preserve();
        for (var manner : MailSink.Manner.values()) {
            var swallowed = installation.mail().swallowed();
            installation.mail().behave(manner);
            var slowest = acts(pair, acts);
            TimeUnit.NANOSECONDS.sleep(each.toNanos());
            installation.mail().behave(MailSink.Manner.GOOD);
            var begun = System.nanoTime();
            installation.awaitMail();
            System.out.printf(
                    "  F7: mail server %s: slowest of %d requests %d ms, %d mails swallowed; all mails out %.1f s after it was well again%n",
                    manner,
                    acts,
                    slowest,
                    installation.mail().swallowed() - swallowed,
                    (System.nanoTime() - begun) / 1e9);
            assertThat(slowest)
                    .as("ms, the slowest act while the mail server is " + manner)
                    .isLessThan(5_000);
        }
        unknownMailbox(pair);
    }

    private void unknownMailbox(Pair pair) throws Exception {
        pair.send();
        installation.awaitMail();
        var mailbox = installation.mail().lastRecipient();
        installation.mail().refuse(mailbox);
        installation.history().unreachable(pair.preserve());
        installation.awaitMail();
        installation.mail().refuse("");
        pair.preserve();
    }

    private static long acts(Pair pair, int acts) {
        var slowest = 0L;
        for (int act = 0; act < acts; act++) {
            var send = pair.signed();
            var begun = System.nanoTime();
            pair.asuncion().post(send);
            slowest = Math.max(slowest, (System.nanoTime() - begun) / 1_000_000);
            pair.open(send.request());
        }
        return slowest;
    }

    /** F15: the whole server as it was yesterday. Whoever kept a checkpoint sees it, and a witness says so. */
    void putBack(Path copy, int requests) throws Exception {
        var pair = new Pair(installation, false);
        pair.preserve();
        installation.awaitMail();
        installation.stop();
        copy(installation.data(), copy.resolve("yesterday"));
        installation.start();
        for (int request = 0; request < requests; request++) pair.preserve();
        installation.awaitMail();
        assertThat(witness(copy)).as("the witness sees the log grow").isZero();
        installation.stop();
        copy(installation.data(), copy.resolve("today"));
        copy(copy.resolve("yesterday"), installation.data());
        installation.start();
        var said = new ArrayList<String>();
        assertThat(installation.runChecker(said, "--bare"))
                .as(String.join("\n", said))
                .isEqualTo(1);
        assertThat(said).anyMatch(line -> line.contains("put back to an earlier state"));
        said.forEach(line -> System.out.println("  F15, put back to yesterday:" + line));
        assertThat(witness(copy)).as("the witness says so, with exit code 1").isEqualTo(1);
        installation.stop();
        copy(copy.resolve("today"), installation.data());
        installation.start();
        System.out.printf(
                "  F15: %d requests later put back: exposed by the checker and by ./enlace witness; nothing lost where the right disk came back%n",
                requests);
    }

    private int witness(Path copy) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var key = installation
                .as(Cast.OBSERVER)
                .get("/log/key")
                .require(200)
                .text()
                .strip();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        WitnessCommand.class.getName(),
                        "--log",
                        installation.url() + "/log",
                        "--log-key",
                        key,
                        "--name",
                        "witness.example.org/proof",
                        "--data",
                        copy.resolve("witness").toString(),
                        "--once")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var code = process.waitFor();
        System.out.print(
                said.lines().map(line -> "  F15, witness: " + line + "\n").reduce("", String::concat));
        return code;
    }

    /** With the rights and owners that everything has: PostgreSQL is particular about its folder. */
    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        Files.createDirectories(to.getParent());
        run("rm", "-rf", to.toString());
        run("cp", "-a", from.toString(), to.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                .as(String.join(" ", command))
                .isZero();
    }
}
