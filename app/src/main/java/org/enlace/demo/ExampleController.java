package org.enlace.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.enlace.Language;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.drafting.Example;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invented facts for each form, for whoever wants to see a request sent without writing one. In the language of the officer who asks where they are written in it, whatever the interface speaks. */
@RestController
@Profile("demo")
class ExampleController {

    private static final String PATH = "/demo/example";

    private final Forms forms;
    private final Clock clock;

    ExampleController(Forms forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
    }

    @Bean
    static Example example() {
        return new Example("demo", PATH);
    }

    /**
     * @param form name and version
     * @return the answers as a draft keeps them ({@code docs/protocols/exchange.md}, "Values"), their days counted from today, and the language they are written in
     */
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    String example(@RequestParam(defaultValue = Forms.PRESERVATION) String form, Viewer viewer) throws IOException {
        var name = forms.find(form)
                .filter(Form::isProfile)
                .map(each -> each.form().replaceAll("/.*", ""))
                .orElseThrow(Refused::absent);
        var language = isWritten(name, language(viewer)) ? language(viewer) : Language.ES;
        var today = clock.instant().atZone(viewer.zone()).toLocalDate();
        var values = facts(name, language);
        for (var day : Map.of(
                        "{yesterday}", today.minusDays(1),
                        "{lastWeek}", today.minusDays(7),
                        "{tomorrow}", today.plusDays(1),
                        "{nextMonth}", today.plusMonths(1),
                        "{nextYear}", today.plusYears(1))
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

    private static boolean isWritten(String name, Language language) {
        return file(name, language).exists();
    }

    private static String facts(String name, Language language) throws IOException {
        return file(name, language).getContentAsString(StandardCharsets.UTF_8);
    }

    private static ClassPathResource file(String name, Language language) {
        return new ClassPathResource("example-" + name + '_' + language.tag() + ".json", ExampleController.class);
    }
}
