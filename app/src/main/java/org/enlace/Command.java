package org.enlace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        var line = new CommandLine(new Launch())
                .addSubcommand("demo", new Demo())
                .addSubcommand("serve", new Serve())
                .addSubcommand("invite", new Invite());
        try {
            var parsed = line.parseArgs(args).subcommand();
            if (parsed == null) {
                throw new CommandLine.ParameterException(line, "Say what to do: demo, serve or invite.");
            }
            var spec = parsed.commandSpec();
            return new Command(spec.name(), ((Settings) spec.userObject()).properties());
        } catch (CommandLine.ParameterException problem) {
            problem.getCommandLine().getErr().println(problem.getMessage());
            System.exit(2);
            throw problem;
        }
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
                throw new CommandLine.ParameterException(
                        new CommandLine(new Launch()),
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
                requireReadable(certificate);
                requireReadable(key);
                properties.put(
                        "spring.ssl.bundle.pem.enlace.keystore.certificate",
                        certificate.toUri().toString());
                properties.put(
                        "spring.ssl.bundle.pem.enlace.keystore.private-key",
                        key.toUri().toString());
                properties.put("spring.ssl.bundle.pem.enlace.reload-on-update", "true"); // renewed every few weeks
                properties.put("server.ssl.bundle", "enlace");
            } else if (certificate != null || key != null) {
                throw new CommandLine.ParameterException(
                        new CommandLine(new Launch()), "--certificate and --key belong together: give both or none.");
            }
            return properties;
        }
    }

    private static void requireReadable(Path file) {
        if (!Files.isReadable(file)) {
            throw new CommandLine.ParameterException(
                    new CommandLine(new Launch()), "The file " + file + " cannot be read.");
        }
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
    }
}
