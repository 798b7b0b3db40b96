package org.enlace.ui;

/** A whole screen: a record, with a template of the same name beside it, which the layout surrounds. */
public non-sealed interface Page extends Answer {

    /** What the browser's tab, the heading of print-outs and the history say. Never anything that was sealed. */
    String title(Words words);

    default int status() {
        return 200;
    }
}
