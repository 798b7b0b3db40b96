package org.enlace.enrolment;

import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.Role;
import org.enlace.ui.Words;

/** Roles in words. */
final class Roles {

    private Roles() {}

    static String named(Set<Role> roles, Words words) {
        return roles.stream().sorted().map(role -> words.say("role." + role)).collect(Collectors.joining(", "));
    }
}
