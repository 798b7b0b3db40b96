package org.enlace.enrolment;

import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.EntryBlock;
import org.enlace.keys.AuthorityKeys;
import org.enlace.ui.Answer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The key that requests to an authority are sealed to, on the authority's page: what a visitor reads there can be compared over the telephone. */
@Controller
class SealingKeyController {

    private final Authorities authorities;
    private final AuthorityKeys keys;

    SealingKeyController(Authorities authorities, AuthorityKeys keys) {
        this.authorities = authorities;
        this.keys = keys;
    }

    @GetMapping("/authorities/{id}/key")
    Answer show(@PathVariable String id, Viewer viewer) {
        var authority = authorities.require(id, viewer);
        var part = new SealingKeyPart(
                authority, keys.current(authority.id()).orElse(null), keys.canReceive(authority.id()));
        return Answer.block(() -> part, () -> new SealingKeyPage(part));
    }

    @Configuration
    static class Setup {

        @Bean
        EntryBlock sealingKeyBlock() {
            return new EntryBlock("enrolment", "block.sealing-key", "key", 20);
        }
    }
}
