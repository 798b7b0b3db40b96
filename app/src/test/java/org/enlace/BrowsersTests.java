package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;

/** Whether this Chromium and this Playwright work together at all: when this fails, look no further. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BrowsersTests {

    @Autowired
    private Environment environment;

    @Test
    void chromiumOpensAPageInTheReadersLanguage() {
        try (var visit = Browsers.visit(Language.ES)) {
            visit.page().navigate(origin() + "/sign-in");
            assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo("es");
        }
    }

    @Test
    void thePasskeyDeviceOfTheTestsUnlocks() {
        try (var visit = Browsers.visit(Language.EN)) {
            visit.page().navigate(origin() + "/sign-in");
            visit.passkeyDevice();
            var length = visit.page().evaluate("""
                    async () => {
                      const first = new Uint8Array(32);
                      const made = await navigator.credentials.create({ publicKey: {
                        challenge: first, rp: { id: 'localhost', name: 'x' }, user: { id: first, name: 'x', displayName: 'x' },
                        pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
                        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
                        extensions: { prf: { eval: { first } } } } });
                      const used = await navigator.credentials.get({ publicKey: { challenge: first, rpId: 'localhost', userVerification: 'required',
                        allowCredentials: [{ type: 'public-key', id: made.rawId }], extensions: { prf: { eval: { first } } } } });
                      return used.getClientExtensionResults().prf.results.first.byteLength;
                    }""");
            assertThat(length).isEqualTo(32);
        }
    }

    @Test
    void whatSomePeopleCannotReadIsFound() {
        try (var visit = Browsers.visit(Language.EN)) {
            visit.page().navigate(origin() + "/sign-in");
            visit.isAccessible();
            visit.page().evaluate("() => document.querySelector('main').append(new Image(20, 20))");
            assertThatThrownBy(visit::isAccessible)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("image-alt at img")
                    .hasMessageContaining("/sign-in");
        }
    }

    private String origin() {
        return "http://localhost:" + environment.getProperty("local.server.port");
    }
}
