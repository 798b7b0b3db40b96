package org.enlace.interchange;

import org.springframework.http.ContentDisposition;

/** What a file given out is called. */
final class Files {

    private Files() {}

    /** The header that makes a browser keep it under this name. */
    static String named(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
