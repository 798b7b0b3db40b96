package org.enlace.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.enlace.sealing.Age;
import org.junit.jupiter.api.Test;

class PrintedCodeTests {

    @Test
    void readsAPrintedCodeAsPeopleTypeIt() {
        var identity = Age.newIdentity();
        var typed = identity.secret().toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1 ");
        assertThat(PrintedCode.read(typed)).hasValue(identity);
        assertThat(PrintedCode.read(identity.secret().substring("AGE-SECRET-KEY-1".length())))
                .hasValue(identity);
        assertThat(PrintedCode.read("a passphrase of some length, which is not a code"))
                .isEmpty();
    }
}
