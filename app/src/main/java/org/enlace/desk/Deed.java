package org.enlace.desk;

import org.enlace.procedure.Kind;
import org.enlace.procedure.Stage;
import org.enlace.procedure.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What an act is called where its kind alone says too little.
 *
 * @param name the words {@code do.<name>}
 * @param intro the words that explain it, or null where those of its form do
 */
record Deed(String name, @Nullable String intro) {

    /** Budapest Art. 30: while the data stay preserved. */
    static final String DISCLOSE = "disclose";

    static final String WITHHOLD = "withhold";

    /** A result that comes after the final one. */
    static final String CORRECT = "correct";

    /** @param preservation whether the request asks for data to be preserved */
    static Deed of(Kind kind, Standing standing, boolean preservation) {
        var stage = standing.stage();
        return switch (kind) {
            case ANSWER -> stage == Stage.NOTICED ? new Deed("go-on", "go-on.what") : plain(kind);
            case RESULT ->
                preservation
                        ? new Deed(DISCLOSE, null)
                        : standing.isAnswered() ? new Deed(CORRECT, "correct.what") : plain(kind);
            case DECLINE -> stage == Stage.PRESERVED ? new Deed(WITHHOLD, "withhold.what") : plain(kind);
            case RECEIVE -> preservation ? new Deed("receive-disclosed", null) : plain(kind);
            default -> plain(kind);
        };
    }

    private static Deed plain(Kind kind) {
        return new Deed(kind.code(), null);
    }
}
