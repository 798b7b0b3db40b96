package org.enlace.desk;

import org.enlace.Viewer;
import org.enlace.exchange.FourEyes;
import org.enlace.ui.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the officers of an authority choose whether a request needs two of them. */
@Controller
class FourEyesController {

    private final FourEyes fourEyes;

    FourEyesController(FourEyes fourEyes) {
        this.fourEyes = fourEyes;
    }

    @GetMapping("/desk/four-eyes")
    Answer read(Viewer viewer) {
        var authority = viewer.requireAuthority();
        return new FourEyesPage(
                fourEyes.of(authority).orElse(null), fourEyes.ending(authority).orElse(null), viewer);
    }

    @PostMapping("/desk/four-eyes")
    Answer choose(@RequestParam boolean required, Viewer viewer) {
        fourEyes.choose(required, viewer);
        return Answer.seeOther("/desk/four-eyes");
    }
}
