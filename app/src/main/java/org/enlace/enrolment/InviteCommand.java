package org.enlace.enrolment;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlace.Language;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.access.Invitations;
import org.enlace.database.CannotStart;
import org.enlace.ui.PublicAddress;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** {@code ./enlace invite}: the operator invites the first people, beside a running server or without one, and hands the link over. */
@Component
@Profile("invite")
class InviteCommand implements ApplicationRunner {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private final Inviting inviting;
    private final PublicAddress address;
    private final Environment settings;
    private final PrintStream out;

    @org.springframework.beans.factory.annotation.Autowired
    InviteCommand(Inviting inviting, PublicAddress address, Environment settings) {
        this(inviting, address, settings, System.out);
    }

    InviteCommand(Inviting inviting, PublicAddress address, Environment settings, PrintStream out) {
        this.inviting = inviting;
        this.address = address;
        this.settings = settings;
        this.out = out;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var words = Words.of(InviteCommand.class, language());
        try {
            var token = inviting.inviteAsOperator(wanted(), Viewer.anyone(language()));
            out.println(words.say("invite.command.done", address.link("/invitations/" + token.text())));
        } catch (Refused refused) {
            throw new CannotStart(words.say(refused));
        }
    }

    private Invitations.Wanted wanted() {
        var email = setting("email");
        if (email == null || !EMAIL.matcher(email).matches()) {
            throw new CannotStart("--email: " + email);
        }
        var role = role();
        var function = setting("function");
        var state = setting("state");
        return new Invitations.Wanted(
                email,
                function == null ? Words.of(InviteCommand.class, language()).say("role." + role) : function,
                Set.of(role),
                state == null ? null : StateCode.parse(state).orElseThrow(EnrolmentRefusal.UNKNOWN_PLACE::refused),
                setting("authority"),
                language(),
                null);
    }

    private Role role() {
        var typed = setting("role");
        try {
            return Role.valueOf(typed == null ? "" : typed.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new CannotStart("--role: officer, coordinator, secretariat, observer", unknown);
        }
    }

    private Language language() {
        var typed = setting("language");
        return typed == null ? Language.EN : Language.of(typed).orElse(Language.EN);
    }

    private @Nullable String setting(String name) {
        return settings.getProperty("enlace.invite." + name);
    }
}
