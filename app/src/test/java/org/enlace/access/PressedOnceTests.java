package org.enlace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** A nervous second press, or eight at once, of a form that proposes a change. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class PressedOnceTests {

    private static final String PATH = "/treaties/uncac/declarations";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    private OfficerSession programme;

    @BeforeEach
    void signIn() {
        programme = OfficerSession.signIn("http://localhost:" + port, Cast.SECRETARIAT);
    }

    @Test
    void makesOneProposalAndLeadsToItEachTime() throws Exception {
        var form = declaration("C.N.901.2011");
        var press = (Callable<String>)
                () -> programme.press(PATH, form).require(303).location();
        try (var fingers = Executors.newFixedThreadPool(8)) {
            var led = fingers.invokeAll(List.of(press, press, press, press, press, press, press, press)).stream()
                    .map(each -> each.resultNow())
                    .toList();

            assertThat(led).containsOnly(led.getFirst());
            assertThat(press.call()).isEqualTo(led.getFirst());
        }
        assertThat(proposals("C.N.901.2011")).isEqualTo(1);
    }

    @Test
    void isTheSamePressAfterItsReaderSignedInAgain() {
        var form = new LinkedHashMap<>(declaration("C.N.906.2011"));
        form.put("_press", "0d9b2a52-7f3e-4d0e-9a53-1f9a5f5d1c11");
        var first = programme.press(PATH, form).require(303);
        var again = OfficerSession.signIn("http://localhost:" + port, Cast.SECRETARIAT);
        var legal = OfficerSession.signIn("http://localhost:" + port, Cast.SECRETARIAT_LEGAL);

        assertThat(again.press(PATH, form).require(303).location()).isEqualTo(first.location());
        assertThat(proposals("C.N.906.2011")).isEqualTo(1);
        assertThat(legal.press(PATH, form).require(303).location())
                .as("another person's press is another one")
                .isNotEqualTo(first.location());
    }

    @Test
    void countsAnewWhenItWasChangedBefore() {
        var first = programme.press(PATH, declaration("C.N.902.2011")).require(303);
        var second = programme.press(PATH, declaration("C.N.903.2011")).require(303);

        assertThat(second.location()).isNotEqualTo(first.location());
    }

    @Test
    void isReadAgainAsLongAsItIsRefused() {
        var empty = new LinkedHashMap<>(declaration("C.N.904.2011"));
        empty.put("source", "");

        programme.press(PATH, empty).require(422);
        programme.press(PATH, empty).require(422);
    }

    @Test
    void isAnotherFormForAnotherPerson() {
        var legal = OfficerSession.signIn("http://localhost:" + port, Cast.SECRETARIAT_LEGAL);
        var form = declaration("C.N.905.2011");

        var one = programme.press(PATH, form).require(303);
        assertThat(legal.press(PATH, form).location()).isNotEqualTo(one.location());
    }

    private static Map<String, String> declaration(String source) {
        return Map.of("kind", "DECLARATION", "state", "BRB", "en", "Declares.", "way", "DEPOSITARY", "source", source);
    }

    private int proposals(String source) {
        return database.sql("select count(*) from changes.change where source = :source")
                .param("source", source)
                .query(Integer.class)
                .single();
    }
}
