package org.enlace.ledger;

/** A statement with its place in the log. */
public final class Logged {
    private final Jws jws;
    private final byte[] entry;
    private final InclusionProof proof;

    /**
     * @param entry the bytes of the leaf
     * @param proof of inclusion; all proofs of one file are for one checkpoint
     */
    public Logged(Jws jws, byte[] entry, InclusionProof proof) {
        this.jws = jws;
        this.entry = entry.clone();
        this.proof = proof;
    }

    public Jws jws() {
        return jws;
    }

    public byte[] entry() {
        return entry.clone();
    }

    public InclusionProof proof() {
        return proof;
    }
}
