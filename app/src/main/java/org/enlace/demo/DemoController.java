package org.enlace.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.enlace.Role;
import org.enlace.access.Entrance;
import org.enlace.access.Session;
import org.enlace.database.CannotStart;
import org.enlace.ui.Answer;
import org.enlace.ui.MenuEntry;
import org.enlace.ui.PublicAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The guide, and one-click sign-in as any of the cast. Exists in the demo only, and the demo on loopback only. */
@Controller
@Profile("demo")
class DemoController {

    private final Entrance entrance;
    private final PublicAddress address;

    DemoController(Entrance entrance, PublicAddress address, @Value("${server.address}") String listening) {
        this.entrance = entrance;
        this.address = address;
        refuseStrangers(listening);
    }

    @Bean
    static MenuEntry demoEntry() {
        return MenuEntry.forAll("demo", "/demo", 900);
    }

    @GetMapping("/demo")
    Answer guide(@RequestParam(name = "as", defaultValue = "") String chosen) {
        var cast = Stream.of(Cast.values())
                .sorted(Comparator.comparing(member -> !member.key().equals(chosen)))
                .toList();
        // Cookies belong to a host name: the two names of this computer keep two officers apart in one browser.
        var second = address.uri().toString().replace("//localhost", "//127.0.0.1");
        return new DemoPage(cast, address.uri().toString(), second, chosen);
    }

    @PostMapping("/demo/sign-in")
    Answer signIn(@RequestParam("as") String key, HttpServletRequest request, HttpServletResponse response) {
        var member = Cast.of(key).orElseThrow(DemoRefusal.NOT_OF_THE_CAST::refused);
        entrance.enter(member.account(), Session.Way.DEMO, request, response);
        return Answer.seeOther(member.roles().contains(Role.OFFICER) ? "/desk" : "/");
    }

    /** Whoever reaches the demo can sign in as anybody; so nobody but the people at this computer may reach it. */
    private static void refuseStrangers(String listening) {
        try {
            if (InetAddress.getByName(listening).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException unknown) {
            throw new CannotStart("There is no address " + listening + " on this computer.", unknown);
        }
        throw new CannotStart(
                "The demo listens on this computer only, because its keys are not secret: leave out --address "
                        + listening + ", or run \"enlace serve\" for a real installation.");
    }
}
