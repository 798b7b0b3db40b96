package org.enlace.custody;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Where witnesses hand in what they signed. Nobody signs in here: the signatures say who speaks. */
@Controller
class CosignatureController {
    private static final int LONGEST = 8_192;

    private final Witnesses witnesses;

    CosignatureController(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    @PostMapping(path = "/log/cosignatures", consumes = MediaType.TEXT_PLAIN_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(InputStream body) throws IOException {
        var note = body.readNBytes(LONGEST + 1);
        var objection = note.length > LONGEST
                ? Optional.of(CustodyRefusal.NOT_OUR_CHECKPOINT)
                : witnesses.take(new String(note, StandardCharsets.UTF_8));
        objection.ifPresent(reason -> {
            throw reason.refused();
        });
    }
}
