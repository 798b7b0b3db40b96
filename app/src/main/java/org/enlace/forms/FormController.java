package org.enlace.forms;

import java.time.Duration;
import org.enlace.Refused;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out the definitions: public, and the same bytes for everybody. */
@Controller
class FormController {

    private final Forms forms;

    FormController(Forms forms) {
        this.forms = forms;
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
