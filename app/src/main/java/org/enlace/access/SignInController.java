package org.enlace.access;

import static org.enlace.ui.Answer.seeOther;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.enlace.Viewer;
import org.enlace.ui.Answer;
import org.enlace.ui.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sign-in page, and signing in with a passkey. Signing in with a code and the officer's key is in the room {@code keys}. */
@Controller
class SignInController {

    private final Passkeys passkeys;
    private final Entrance entrance;
    private final Doorkeeper doorkeeper;
    private final PublicAddress address;

    SignInController(Passkeys passkeys, Entrance entrance, Doorkeeper doorkeeper, PublicAddress address) {
        this.passkeys = passkeys;
        this.entrance = entrance;
        this.doorkeeper = doorkeeper;
        this.address = address;
    }

    @GetMapping("/sign-in")
    Answer signIn(@RequestParam @Nullable String next, Viewer viewer) {
        var path = OwnPath.of(next);
        return viewer.isSignedIn()
                ? seeOther(path.text())
                : new SignInPage(path, address.uri().toString());
    }

    @PostMapping("/sign-in/passkey/challenge")
    @ResponseBody
    PasskeyOptions.Request challenge(HttpServletRequest request, HttpServletResponse response) {
        doorkeeper.signIn(null, request, response);
        return passkeys.request();
    }

    @PostMapping("/sign-in/passkey")
    @ResponseBody
    Entrance.SignedIn withPasskey(
            @RequestBody String credential, HttpServletRequest request, HttpServletResponse response) {
        doorkeeper.signIn(null, request, response);
        var account = passkeys.signIn(credential);
        return entrance.enter(account, Session.Way.PASSKEY, request, response);
    }
}
