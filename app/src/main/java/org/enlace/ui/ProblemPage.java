package org.enlace.ui;

import org.jspecify.annotations.Nullable;

/**
 * What happened, whether anything was lost, what to do.
 *
 * @param kind the words {@code problem.<kind>.title}, {@code .lost} and {@code .todo}
 * @param sentence a refusal's own sentence instead of the general one, or null
 * @param incident the number under which the log has the details, or null
 */
record ProblemPage(
        int status,
        String kind,
        @Nullable String sentence,
        @Nullable String incident) implements Page {

    static ProblemPage absent() {
        return new ProblemPage(404, "absent", null, null);
    }

    @Override
    public String title(Words words) {
        return words.say("problem." + kind + ".title");
    }
}
