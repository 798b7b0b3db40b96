package org.enlace.enrolment;

import java.util.List;

/** The names of the checks that a browser makes before it seals to a key ({@code trust-fault.ts}): one sentence for all, with the name for whoever looks into it. */
final class TrustFaults {

    static final List<String> ALL = List.of(
            "answer-unreadable",
            "other-authority",
            "no-key",
            "memory-missing",
            "checkpoint-signature",
            "checkpoint-older",
            "not-consistent",
            "entry-mismatch",
            "not-included",
            "statement-signature",
            "generation-chain",
            "signer-unknown",
            "signer-not-admitted",
            "contradicts-memory");

    private TrustFaults() {}
}
