package org.enlace.ledger;

/**
 * Another authority of the requesting state may read the request from now on, and continue it with one of its own. It stays with the authority that sent it.
 *
 * @param generation of the other authority's key that the request is sealed to
 */
public record Share(String to, int generation) implements Coded {
    public Share {
        Fields.authority(to);
        Fields.generation(generation);
    }

    static Share read(Fields fields) {
        return new Share(fields.text("to"), fields.generation("generation"));
    }

    @Override
    public String kind() {
        return "share";
    }

    @Override
    public Json json() {
        return new Payload().text("to", to).number("generation", generation).json();
    }
}
