package org.enlace.states;

import java.util.List;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;

/** A stretch of time in which a state stood in one way to the Organization. */
public record Membership(
        StateCode state,
        Standing standing,
        Span span,
        @Nullable Multilingual note,
        List<String> sources) {}
