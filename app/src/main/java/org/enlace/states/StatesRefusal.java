package org.enlace.states;

import org.enlace.Refusal;

enum StatesRefusal implements Refusal {
    NOT_A_DAY;

    @Override
    public int status() {
        return 400;
    }
}
