package org.enlace.ui;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class HelpController {

    /** In the order in which they are asked; each has a title and a text. */
    static final List<String> TOPICS = List.of("ask", "account", "unlock", "lost", "browser", "privacy", "verify");

    private final UiSettings settings;

    HelpController(UiSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/help")
    Answer help() {
        return new HelpPage(settings.contact());
    }

    /** The browser's own test names what is missing; the page says what to do about it. */
    @GetMapping("/browser")
    Answer browser(@RequestParam(defaultValue = "") List<String> missing) {
        return new BrowserPage(missing.contains("secure-page"));
    }
}
