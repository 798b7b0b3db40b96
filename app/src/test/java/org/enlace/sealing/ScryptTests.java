package org.enlace.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The passphrase lock of an officer key, as browsers make it, opens in Java too. */
class ScryptTests {

    /** Made by the browser's library with work factor 17: {@code locked}, under {@code caballo correcto ñandú}. */
    private static final String LOCKED =
            "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBLNVRkd1RtRzBhQ1dqSTIxb2h5RHFRIDE3Cms3SXlhRHoxLzBmODk1alRxaTRJR1gwOVROSFlSQzYxdmZ1U1NoZkJpWEEKLS0tIGp1ajQ5T1M2WnpPQmhISHlicG1UNDRLK3p3V0M4REFhcjBhcXhTWGE1WU0K0JmiYRgmUMpPlWB6emc3y8jLcgixRK/9umWWrL4w9kzlhERCNlw=";

    /** RFC 7914, section 12; log2 of N. */
    @ParameterizedTest
    @CsvSource({
        "'', '', 4, 1, 1, 77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906",
        "password, NaCl, 10, 8, 16, fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
        "pleaseletmein, SodiumChloride, 14, 8, 1, 7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
    })
    void derivesWhatTheStandardSays(String password, String salt, int logCost, int r, int p, String expected) {
        var key = Scrypt.derive(
                password.getBytes(StandardCharsets.UTF_8), salt.getBytes(StandardCharsets.UTF_8), logCost, r, p, 64);
        assertThat(HexFormat.of().formatHex(key)).isEqualTo(expected);
    }

    @Test
    void opensWhatABrowserLockedInWhateverFormTheAccentIsTyped() {
        var sealed = Base64.getDecoder().decode(LOCKED);
        assertThat(Age.open(sealed, "caballo correcto ñandú")).asString().isEqualTo("locked");
        assertThat(Age.open(sealed, "caballo correcto n\u0303andu\u0301"))
                .asString()
                .isEqualTo("locked");
        assertThatThrownBy(() -> Age.open(sealed, "caballo correcto nandu")).isInstanceOf(UncheckedIOException.class);
    }
}
