package org.enlace.treaties;

import java.util.regex.Pattern;
import org.enlace.StateCode;

/** What tells one declaration from another, as the subject of a change: {@code un-drugs-1988/BOL/RESERVATION/un-drugs-1988-bol-1}. */
record DeclarationKey(String instrument, StateCode state, Declaration.Kind kind, String id) {

    private static final Pattern FORM = Pattern.compile("([a-z0-9-]+)/([A-Z]{3})/([A-Z0-9_]+)/([a-z0-9-]+)");

    static DeclarationKey of(Declaration declaration) {
        return new DeclarationKey(declaration.instrument(), declaration.state(), declaration.kind(), declaration.id());
    }

    /** @throws IllegalArgumentException when it is no such key */
    static DeclarationKey parse(String subject) {
        var form = FORM.matcher(subject);
        if (!form.matches()) {
            throw new IllegalArgumentException("not the key of a declaration: " + subject);
        }
        return new DeclarationKey(
                form.group(1), new StateCode(form.group(2)), Declaration.Kind.valueOf(form.group(3)), form.group(4));
    }

    @Override
    public String toString() {
        return instrument + '/' + state.iso3() + '/' + kind.name() + '/' + id;
    }
}
