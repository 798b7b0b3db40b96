package org.enlace.forms;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked of another state here, for programs. Open to all; the definition itself is at the address that each profile gives. */
@RestController
class ProfilesController {

    private final Forms forms;

    ProfilesController(Forms forms) {
        this.forms = forms;
    }

    @GetMapping(path = "/api/v1/profiles", produces = MediaType.APPLICATION_JSON_VALUE)
    List<ProfileAnswer> profiles() {
        return forms.profiles().stream().map(ProfileAnswer::of).toList();
    }
}
