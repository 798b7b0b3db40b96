package org.enlace.keys;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.Doors;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The keys of authorities, for browsers: anybody's to seal to, one's own to keep. */
@RestController
class AuthorityKeysController {

    private final PublishedKeys published;
    private final Waiting waiting;
    private final Founding founding;
    private final Admitting admitting;
    private final Departing departing;
    private final Rotating rotating;

    AuthorityKeysController(
            PublishedKeys published,
            Waiting waiting,
            Founding founding,
            Admitting admitting,
            Departing departing,
            Rotating rotating) {
        this.published = published;
        this.waiting = waiting;
        this.founding = founding;
        this.admitting = admitting;
        this.departing = departing;
        this.rotating = rotating;
    }

    @GetMapping({"/keys/authorities/{id}", Doors.SYSTEMS + "/keys/authorities/{id}"})
    PublishedKeys.Answer key(@PathVariable String id, @RequestParam(defaultValue = "0") long from) {
        return published.of(id, from);
    }

    @GetMapping("/keys/authority/waiting")
    PublishedKeys.Officers waiting(@RequestParam(defaultValue = "0") long from, Viewer viewer) {
        return published.officers(waiting.accounts(viewer), from);
    }

    @PostMapping("/keys/authority/generations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void found(@RequestBody @Valid Founding.Form form, Viewer viewer) {
        founding.found(form, viewer);
    }

    @PostMapping("/keys/authority/admissions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void admit(@RequestBody @Valid Admitting.Form form, Viewer viewer) {
        admitting.admit(form, viewer);
    }

    /** A POST, because what it hands out is for one purpose: the sheet lies before the officer. */
    @PostMapping("/keys/authority/paper")
    Map<Integer, String> paper(Viewer viewer) {
        return waiting.paperCopies(viewer);
    }

    @PostMapping("/keys/authority/departures")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void depart(@RequestBody @Valid Departing.Form form, Viewer viewer) {
        departing.depart(form, viewer);
    }

    @PostMapping("/keys/authority/rotations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rotate(@RequestBody @Valid Rotating.Form form, Viewer viewer) {
        rotating.rotate(form, viewer);
    }

    /** Who is an officer of the viewer's authority and was not admitted yet. */
    @org.springframework.stereotype.Component
    static class Waiting {

        private final Accounts accounts;
        private final AuthorityKeys keys;

        Waiting(Accounts accounts, AuthorityKeys keys) {
            this.accounts = accounts;
            this.keys = keys;
        }

        List<UUID> accounts(Viewer viewer) {
            var authority = viewer.requireAuthority();
            return Stream.concat(accounts.officersOf(authority).stream(), accounts.systemsOf(authority).stream())
                    .map(Account::id)
                    .filter(account -> !keys.isMember(authority, account))
                    .toList();
        }

        Map<Integer, String> paperCopies(Viewer viewer) {
            if (!accounts(viewer).contains(viewer.requireAccount())) {
                throw KeysRefusal.NOT_WAITING.refused();
            }
            return keys.paperCopies(viewer.requireAuthority());
        }
    }
}
