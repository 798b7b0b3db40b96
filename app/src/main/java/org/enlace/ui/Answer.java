package org.enlace.ui;

import java.util.function.Supplier;

/** What a controller gives back to a person: a page, a part, the way to another page, or a block. */
public sealed interface Answer permits Page, Part, Answer.SeeOther, Answer.Block {

    /** After a POST that did its work: go and look there. The location is a path of this installation. */
    static Answer seeOther(String location) {
        return new SeeOther(location);
    }

    /**
     * A block on somebody else's page: bare for htmx that fetches the block, the other answer for everybody else. Only the one that is asked for is made.
     */
    static Answer block(Supplier<Part> part, Supplier<Answer> otherwise) {
        return new Block(part, otherwise);
    }

    record Block(Supplier<Part> part, Supplier<Answer> otherwise) implements Answer {}

    /** A path of this installation, never another's: an address from outside would be an open redirect. */
    record SeeOther(String location) implements Answer {
        public SeeOther {
            if (!location.startsWith("/") || location.startsWith("//") || location.contains("\\")) {
                throw new IllegalArgumentException("not a path of this installation: " + location);
            }
        }
    }
}
