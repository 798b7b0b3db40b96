package org.enlace.ui;

/** What a controller gives back to a person: a page, a part, or the way to another page. */
public sealed interface Answer permits Page, Part, Answer.SeeOther {

    /** After a POST that did its work: go and look there. The location is a path of this installation. */
    static Answer seeOther(String location) {
        return new SeeOther(location);
    }

    /** A path of this installation, never another's: an address from outside would be an open redirect. */
    record SeeOther(String location) implements Answer {
        public SeeOther {
            if (!location.startsWith("/") || location.startsWith("//") || location.contains("\\")) {
                throw new IllegalArgumentException("not a path of this installation: " + location);
            }
        }
    }
}
