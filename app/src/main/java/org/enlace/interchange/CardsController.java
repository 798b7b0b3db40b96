package org.enlace.interchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.states.Day;
import org.enlace.states.States;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cards for an address book: of one authority, of a state, of all. Open to all. */
@RestController
class CardsController {

    private static final MediaType VCARD = new MediaType("text", "vcard", StandardCharsets.UTF_8);

    private final Extracts extracts;
    private final Cards cards;
    private final States states;
    private final Clock clock;

    CardsController(Extracts extracts, Cards cards, States states, Clock clock) {
        this.extracts = extracts;
        this.cards = cards;
        this.states = states;
        this.clock = clock;
    }

    @GetMapping("/authorities/{id}/card.vcf")
    ResponseEntity<String> ofOne(
            @PathVariable String id, @RequestParam(required = false) @Nullable String on, Viewer viewer) {
        return file(id, extracts.ofOne(id, Day.asked(on, viewer, clock)), viewer);
    }

    @GetMapping("/states/{code}/authorities.vcf")
    ResponseEntity<String> ofState(
            @PathVariable String code, @RequestParam(required = false) @Nullable String on, Viewer viewer) {
        var state = states.require(StateCode.parse(code).orElseThrow(Refused::absent));
        var extract = extracts.of(Choice.of(state.code()), Day.asked(on, viewer, clock));
        return file(state.code().iso3().toLowerCase(Locale.ROOT) + "-authorities", extract, viewer);
    }

    @GetMapping("/directory/cards.vcf")
    ResponseEntity<String> ofAll(
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(name = "state", defaultValue = "") List<String> states,
            @RequestParam(name = "kind", defaultValue = "") List<String> kinds,
            Viewer viewer) {
        return file("authorities", extracts.of(Choice.read(states, kinds), Day.asked(on, viewer, clock)), viewer);
    }

    private ResponseEntity<String> file(String name, Extract extract, Viewer viewer) {
        return ResponseEntity.ok()
                .contentType(VCARD)
                .header(HttpHeaders.VARY, "Cookie, Accept-Language")
                .header(HttpHeaders.CONTENT_DISPOSITION, Files.named(name + '-' + extract.on() + ".vcf"))
                .body(cards.of(extract, viewer.language()));
    }
}
