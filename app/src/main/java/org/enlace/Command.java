package org.enlace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * One command line of the launcher, read into settings. {@code verify}, {@code version} and {@code help} never come this far: the launcher answers them
 * without starting the application.
 */
final class Command {

    /** Where the demo listens; anything else is refused, because its keys are no secret. */
    private static final String LOOPBACK = "127.0.0.1";

    private static final int USUAL_PORT = 8080;

    private final String name;
    private final Map<String, Object> properties;

    private Command(String name, Map<String, Object> properties) {
        this.name = name;
        this.properties = properties;
    }

    static Command read(String... args) {
        try {
            return parse(args);
        } catch (CommandLine.ParameterException problem) {
            problem.getCommandLine().getErr().println(problem.getMessage());
            System.exit(2);
            throw problem;
        }
    }

    /** @throws CommandLine.ParameterException with a sentence for whoever typed it */
    static Command parse(String... args) {
        var line = new CommandLine(new Launch())
                .addSubcommand("demo", new Demo())
                .addSubcommand("serve", new Serve())
                .addSubcommand("invite", new Invite());
        var parsed = line.parseArgs(args).subcommand();
        if (parsed == null) {
            throw new CommandLine.ParameterException(line, "Say what to do: demo, serve or invite.");
        }
        var spec = parsed.commandSpec();
        return new Command(spec.name(), ((Settings) spec.userObject()).properties());
    }

    /** As arguments of the application: what is said on the command line goes before variables and files. */
    String[] arguments() {
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    /** Whether the application ends when it has done its work, rather than serve. */
    boolean endsByItself() {
        return name.equals("invite");
    }

    /** {@code demo} and {@code invite} switch beans on; {@code serve} is the plain application. */
    String[] profiles() {
        return name.equals("serve") ? new String[0] : new String[] {name};
    }

    @CommandLine.Command(name = "enlace")
    private static final class Launch implements Runnable {
        @Override
        public void run() {}
    }

    private abstract static class Settings {

        @Option(names = "--data", paramLabel = "DIR")
        @Nullable
        Path data;

        @Option(names = "--database", paramLabel = "URL")
        @Nullable
        String database;

        Map<String, Object> properties() {
            var properties = new LinkedHashMap<String, Object>();
            put(properties, "enlace.data", data);
            put(properties, "enlace.database.url", database);
            return properties;
        }

        static void put(Map<String, Object> properties, String name, @Nullable Object value) {
            if (value != null) {
                properties.put(name, value.toString());
            }
        }
    }

    @CommandLine.Command
    private abstract static class Listening extends Settings {

        @Option(names = "--port", paramLabel = "N")
        @Nullable
        Integer port;

        @Option(names = "--address", paramLabel = "IP")
        @Nullable
        String address;

        @Override
        Map<String, Object> properties() {
            if (port != null && (port < 0 || port > 65_535)) {
                throw problem("There is no port " + port + ": ports go from 1 to 65535, and 0 takes a free one.");
            }
            var properties = super.properties();
            put(properties, "server.port", port);
            put(properties, "server.address", address);
            return properties;
        }
    }

    /** Where people reach the installation, which may be behind a proxy: what the links in mails begin with. */
    private static final class PublicAddress {

        @Option(names = "--base-url", paramLabel = "URL")
        @Nullable
        String url;
    }

    private static final class Demo extends Listening {
        @Override
        Map<String, Object> properties() {
            if (address != null && !isLoopback(address)) {
                throw problem(
                        "The demo listens on this computer only, because its keys are no secret. Leave --address out, or use serve.");
            }
            var properties = super.properties();
            properties.putIfAbsent("server.address", LOOPBACK);
            properties.putIfAbsent("server.port", isFree(USUAL_PORT) ? USUAL_PORT : freePort());
            return properties;
        }

        private static boolean isLoopback(String address) {
            try {
                return Arrays.stream(InetAddress.getAllByName(address)).allMatch(InetAddress::isLoopbackAddress);
            } catch (UnknownHostException unknown) {
                return false;
            }
        }

        private static boolean isFree(int port) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.isBound();
            } catch (IOException taken) {
                return false;
            }
        }

        private static int freePort() {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException none) {
                throw new UncheckedIOException(none);
            }
        }
    }

    private static final class Serve extends Listening {

        @Mixin
        PublicAddress reached = new PublicAddress();

        @Option(names = "--certificate", paramLabel = "PEM")
        @Nullable
        Path certificate;

        @Option(names = "--key", paramLabel = "PEM")
        @Nullable
        Path key;

        @Override
        Map<String, Object> properties() {
            var properties = super.properties();
            put(properties, "enlace.address", reached.url);
            if (certificate != null && key != null) {
                requirePair(certificate, key);
                properties.put(
                        "spring.ssl.bundle.pem.enlace.keystore.certificate",
                        certificate.toUri().toString());
                properties.put(
                        "spring.ssl.bundle.pem.enlace.keystore.private-key",
                        key.toUri().toString());
                properties.put("spring.ssl.bundle.pem.enlace.reload-on-update", "true"); // renewed every few weeks
                properties.put("server.ssl.bundle", "enlace");
            } else if (certificate != null || key != null) {
                throw problem("--certificate and --key belong together: give both or none.");
            }
            return properties;
        }
    }

    /** Looked at before anything starts: a server with the wrong key would start, and every browser would turn away from it. */
    private static void requirePair(Path certificate, Path key) {
        var shown = read(certificate, PemContent::getCertificates, "certificate")
                .getFirst()
                .getPublicKey();
        var kept = read(key, PemContent::getPrivateKey, "private key without a passphrase");
        if (!isPair(shown, kept)) {
            throw problem("The key in " + key + " is not that of the first certificate in " + certificate + ".");
        }
    }

    private static <T> T read(Path file, Function<PemContent, @Nullable T> part, String what) {
        try {
            return Objects.requireNonNull(part.apply(PemContent.load(file)));
        } catch (IOException unreadable) {
            throw problem("The file " + file + " cannot be read.");
        } catch (RuntimeException other) {
            throw problem("The file " + file + " holds no " + what + " in PEM form.");
        }
    }

    private static boolean isPair(PublicKey shown, PrivateKey kept) {
        var algorithm = switch (kept.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> kept.getAlgorithm(); // Ed25519 and its like name both
        };
        var anything = new byte[] {1};
        try {
            var signing = Signature.getInstance(algorithm);
            signing.initSign(kept);
            signing.update(anything);
            var signed = signing.sign();
            var checking = Signature.getInstance(algorithm);
            checking.initVerify(shown);
            checking.update(anything);
            return checking.verify(signed);
        } catch (GeneralSecurityException ofAnotherKind) {
            return false;
        }
    }

    private static CommandLine.ParameterException problem(String sentence) {
        return new CommandLine.ParameterException(new CommandLine(new Launch()), sentence);
    }

    private static final class Invite extends Settings {

        @Mixin
        PublicAddress reached = new PublicAddress();

        @Option(names = "--email", required = true, paramLabel = "ADDRESS")
        String email = "";

        @Option(names = "--role", required = true, paramLabel = "officer|coordinator|secretariat|observer")
        String role = "";

        @Option(names = "--authority", paramLabel = "ID")
        @Nullable
        String authority;

        @Option(names = "--state", paramLabel = "ISO3")
        @Nullable
        String state;

        @Option(names = "--function", paramLabel = "TEXT")
        @Nullable
        String function;

        @Option(names = "--language", paramLabel = "en|es|fr|pt")
        @Nullable
        String language;

        @Override
        Map<String, Object> properties() {
            requireSense();
            var properties = super.properties();
            // The doors are built all the same, on a port nobody knows, and closed as soon as the invitation is
            // written.
            properties.put("server.port", 0);
            properties.put("server.address", LOOPBACK);
            properties.put("enlace.address", reached.url == null ? "http://localhost:" + USUAL_PORT : reached.url);
            properties.put("enlace.invite.email", email);
            properties.put("enlace.invite.role", role);
            put(properties, "enlace.invite.authority", authority);
            put(properties, "enlace.invite.state", state);
            put(properties, "enlace.invite.function", function);
            put(properties, "enlace.invite.language", language);
            return properties;
        }

        private void requireSense() {
            if (!email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
                throw new CommandLine.ParameterException(
                        new CommandLine(new Launch()), "\"" + email + "\" is no e-mail address. Nothing was written.");
            }
            if (Arrays.stream(Role.values()).noneMatch(known -> known.name().equalsIgnoreCase(role))) {
                throw new CommandLine.ParameterException(
                        new CommandLine(new Launch()),
                        "There is no role \"" + role
                                + "\". Use officer, coordinator, secretariat or observer. Nothing was written.");
            }
        }
    }
}
