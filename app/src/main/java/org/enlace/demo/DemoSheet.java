package org.enlace.demo;

import java.util.Base64;
import java.util.List;
import org.enlace.keys.Division;
import org.enlace.ledger.VerifyingKey;

/**
 * The recovery sheet of the one sample authority that has one from the start. It was made as {@code docs/decisions/0048} says and is the same in every demo, so that
 * the guide can show what custodians would keep on paper.
 */
final class DemoSheet {

    static final String RECIPIENT = "age1pgz8mmnp9xx05erdd77f4sy38xpfs7x06r043afnd3x6veceq99qn42pau";
    static final Division DIVISION = new Division(3, 2);
    static final List<String> SHARES = List.of(
            "ENLACE-SHARE-1 QY3S ZSQ0 C3YK 77PE 743W M5RD KWSP 97L5 QDC5 CYVC V8NS SEQR Z2VU EUQF U4EU RSUD CDJ4 S5",
            "ENLACE-SHARE-1 QY3S YSQ0 C3Y5 S2C2 R6CW S3RV JN9X VAXY 8FUX RXU0 P5LL XVA2 GJWS KC4E VL3P 97KM ZEK7 AU",
            "ENLACE-SHARE-1 QY3S XSQ0 C3YE S20C 9DNX 600R GS4M FWAU M836 P5F8 U0UW UWE6 CWTH Q9Y6 8Y0Y KX2U CRK6 NX");

    private DemoSheet() {}

    /** Checks what the sheet signs. */
    static VerifyingKey signer() {
        return VerifyingKey.of(Base64.getUrlDecoder().decode("bzNgyJtpKBVTu4hIwT8gt_XcDx_I-MhcbQqpKMqLvAo"));
    }
}
