package org.enlace.forms;

import java.time.Duration;
import java.util.Map;
import org.enlace.Language;
import org.enlace.Refused;
import org.enlace.ui.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the definitions: public, and the same bytes for everybody. */
@RestController
class FormController {

    private final Forms forms;

    FormController(Forms forms) {
        this.forms = forms;
    }

    /** The names of cities, which stand beside times: browsers do not know them. */
    @GetMapping("/forms/cities/{language}.json")
    ResponseEntity<Map<String, String>> cities(@PathVariable String language) {
        var wanted = Language.of(language).orElseThrow(Refused::absent);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(Words.of(FormController.class, wanted).cities());
    }

    @GetMapping("/forms/{slug}.json")
    ResponseEntity<String> definition(@PathVariable String slug) {
        var published = forms.published(slug).orElseThrow(Refused::absent);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .eTag(published.tag())
                .body(published.definition());
    }
}
