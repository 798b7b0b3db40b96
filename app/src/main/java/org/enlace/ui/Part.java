package org.enlace.ui;

/** A piece of a screen that replaces another, without the layout: a record, with a template of the same name beside it. */
public non-sealed interface Part extends Answer {

    default int status() {
        return 200;
    }
}
