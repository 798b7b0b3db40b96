package org.enlace.forms;

/** The forms of this program, for the tests of other rooms. */
public final class TestForms {

    private TestForms() {}

    public static Forms all() {
        return new Forms();
    }
}
