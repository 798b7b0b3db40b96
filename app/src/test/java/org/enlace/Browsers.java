package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The real browser: Debian's Chromium, one for each test process, a clean profile for each visit. A visit fails its test when a page wrote an error to the console,
 * threw, or asked anything of another computer.
 */
public final class Browsers {

    private static final List<String> ALL_SIX_TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private static final String AXE = "() => {" + AxeBuilder.getAxeScript() + "}";

    /** Within the page, and only what is wrong with it: what the builder adds for frames, and to tell what passed, takes twice the time. */
    private static final String AXE_FINDS = """
            async (tags) => {
              if (window.frames.length > 0) throw new Error('frames are not looked into');
              const found = await axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
              return found.violations.map(({ id, nodes }) => id + ' at ' + nodes.map(({ target }) => target.join(' ')));
            }""";

    private static final Path EXECUTABLE = Path.of(System.getProperty("enlace.chromium", "/usr/bin/chromium"));

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Playwright playwright;
    private static @Nullable Browser chromium;

    private Browsers() {}

    /** Begins a visit with an empty profile, 1280 pixels wide, in the language given. */
    public static Visit visit(Language language) {
        return visit(language, 1280);
    }

    public static Visit visit(Language language, int width) {
        var context = chromium()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language.locale().toLanguageTag())
                        .setViewportSize(width, 900)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setAcceptDownloads(true));
        return new Visit(context);
    }

    /** The same with a profile on the disk: a clean profile keeps the browser's own files in memory. A browser of its own. */
    public static Visit visitWithProfile(Language language, Path profile) {
        var context = playwright()
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(EXECUTABLE)
                                .setArgs(ARGUMENTS)
                                .setLocale(language.locale().toLanguageTag())
                                .setViewportSize(1280, 900)
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setAcceptDownloads(true));
        return new Visit(context);
    }

    private static synchronized Browser chromium() {
        if (chromium == null) {
            chromium = playwright()
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(EXECUTABLE)
                            .setArgs(ARGUMENTS));
        }
        return chromium;
    }

    private static synchronized Playwright playwright() {
        if (playwright == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(20_000); // two cores, and others at work on them
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        }
        return playwright;
    }

    /** One person at one browser. */
    public static final class Visit implements AutoCloseable {

        /** This computer under its names; whatever else is asked is a leak. */
        private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

        private final BrowserContext context;
        private final Page page;
        private final List<String> faults = new ArrayList<>();
        private final List<Pattern> expected = new ArrayList<>();

        private Visit(BrowserContext context) {
            this.context = context;
            context.onConsoleMessage(this::note);
            context.onWebError(error -> faults.add("thrown: " + error.error()));
            context.onRequest(request -> {
                var address = URI.create(request.url().split("[?#]", 2)[0].replace(" ", "%20"));
                var local = address.getHost() == null || HERE.contains(address.getHost());
                if (!local) {
                    faults.add("asked of another computer: " + request.url());
                }
            });
            this.page = context.newPage();
            page.setDefaultTimeout(20_000);
        }

        public Page page() {
            return page;
        }

        public BrowserContext context() {
            return context;
        }

        /** Lets a console message pass that the test brings about on purpose. */
        public Visit expecting(String regex) {
            expected.add(Pattern.compile(regex));
            return this;
        }

        /** Nothing that the accessibility checker finds, by all six WCAG tags. */
        public void isAccessible() {
            page.evaluate(AXE);
            assertThat((List<?>) page.evaluate(AXE_FINDS, ALL_SIX_TAGS))
                    .as("what axe finds on %s", page.url())
                    .isEmpty();
        }

        /** A passkey device that unlocks by PRF, as phones and computers have them. Pages must be visited as localhost, not by number. */
        public PasskeyDevice passkeyDevice() {
            var session = context.newCDPSession(page);
            session.send("WebAuthn.enable");
            var options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("ctap2Version", "ctap2_1");
            options.addProperty("transport", "internal");
            for (var ability : List.of(
                    "hasResidentKey",
                    "hasUserVerification",
                    "isUserVerified",
                    "hasPrf",
                    "automaticPresenceSimulation")) {
                options.addProperty(ability, true);
            }
            var device = new JsonObject();
            device.add("options", options);
            var added = session.send("WebAuthn.addVirtualAuthenticator", device);
            return new PasskeyDevice(session, added.get("authenticatorId").getAsString());
        }

        @Override
        public void close() {
            context.close();
            assertThat(faults.stream()
                            .filter(fault -> expected.stream()
                                    .noneMatch(pass -> pass.matcher(fault).find()))
                            .toList())
                    .as("console errors, exceptions and requests to others during the visit")
                    .isEmpty();
        }

        private void note(ConsoleMessage message) {
            if (message.type().equals("error")) {
                faults.add("console: " + message.text() + " (" + message.location() + ")");
            }
        }
    }

    /** What holds a person's passkeys. */
    public static final class PasskeyDevice {

        private final CDPSession session;
        private final String id;

        private PasskeyDevice(CDPSession session, String id) {
            this.session = session;
            this.id = id;
        }

        /** Becomes a copy of itself that was made when its passkeys had been used so often. */
        public void countFrom(int uses) {
            for (var each : session.send("WebAuthn.getCredentials", of()).getAsJsonArray("credentials")) {
                var credential = each.getAsJsonObject();
                var named = of();
                named.add("credentialId", credential.get("credentialId"));
                session.send("WebAuthn.removeCredential", named);
                credential.addProperty("signCount", uses);
                var restored = of();
                restored.add("credential", credential);
                session.send("WebAuthn.addCredential", restored);
            }
        }

        /** The person does not touch it from now on; the browser's own question goes away unanswered. */
        public void refuse() {
            var options = of();
            options.addProperty("isUserVerified", false);
            session.send("WebAuthn.setUserVerified", options);
        }

        private JsonObject of() {
            var named = new JsonObject();
            named.addProperty("authenticatorId", id);
            return named;
        }
    }
}
