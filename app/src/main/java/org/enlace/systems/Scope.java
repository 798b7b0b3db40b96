package org.enlace.systems;

/** What a token is good for. The words are {@code scope.<NAME>}. */
enum Scope {
    READ,
    ACT;

    static Scope of(boolean acts) {
        return acts ? ACT : READ;
    }
}
