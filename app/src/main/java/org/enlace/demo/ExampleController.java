package org.enlace.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.enlace.Language;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.drafting.Example;
import org.enlace.forms.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The invented facts of the first scenario, for whoever wants to see a request sent without writing one. In the language of the officer who asks, whatever the interface speaks. */
@RestController
@Profile("demo")
class ExampleController {

    private static final String PATH = "/demo/example";

    private final Clock clock;

    ExampleController(Clock clock) {
        this.clock = clock;
    }

    @Bean
    static Example example() {
        return new Example("demo", Forms.PRESERVATION, PATH);
    }

    /** @return the answers as a draft keeps them ({@code docs/protocols/exchange.md}, "Values"), their days counted from today, and the language they are written in */
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    String example(Viewer viewer) {
        var language = language(viewer);
        var today = clock.instant().atZone(viewer.zone()).toLocalDate();
        var values = facts(language);
        for (var day : Map.of(
                        "{yesterday}", today.minusDays(1),
                        "{lastWeek}", today.minusDays(7),
                        "{nextMonth}", today.plusMonths(1))
                .entrySet()) {
            values = values.replace(day.getKey(), day.getValue().toString());
        }
        return "{\"language\":\"" + language.tag() + "\",\"values\":" + values + "}";
    }

    private static Language language(Viewer viewer) {
        var officer = Arrays.stream(Cast.values())
                .filter(member ->
                        member.office().isPresent() && member.account().equals(viewer.requireAccount()))
                .findFirst()
                .orElseThrow(Refused::absent);
        return officer.language() == Language.PT ? Language.PT : Language.ES;
    }

    private static String facts(Language language) {
        try (var stream = ExampleController.class.getResourceAsStream("example_" + language.tag() + ".json")) {
            if (stream == null) {
                throw new IllegalStateException("no example in " + language);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
