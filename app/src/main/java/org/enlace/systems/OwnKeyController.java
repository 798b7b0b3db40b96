package org.enlace.systems;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.enlace.Doors;
import org.enlace.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A case system asks who it is here, and states its key. */
@RestController
class OwnKeyController {

    private final SystemKeys keys;

    OwnKeyController(SystemKeys keys) {
        this.keys = keys;
    }

    @GetMapping(Doors.SYSTEMS + "/me")
    SystemKeys.Own own(Viewer viewer) {
        return keys.own(viewer);
    }

    @PostMapping(Doors.SYSTEMS + "/key")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void state(@RequestBody @Valid Form form, Viewer viewer) {
        keys.state(form.statement(), viewer);
    }

    /** @param statement the {@code enlace-officer-key+jws} that names the system's account */
    record Form(@NotBlank @Size(max = 8192) String statement) {}
}
