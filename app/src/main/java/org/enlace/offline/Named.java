package org.enlace.offline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a form or message says of a file that is attached.
 *
 * @param sha256 and {@code size} of the sealed bytes
 * @param plain the same of the file as whoever attached it had it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Named(
        UUID document,
        String name,
        String type,
        String sha256,
        long size,
        Digested plain,
        @Nullable String language,
        @Nullable String relation,
        @Nullable String kind,
        @Nullable String version) {

    record Digested(String sha256, long size) {}

    /** With what whoever attached it said of it. */
    Named as(SealAnswers.Attached said) {
        return new Named(
                document,
                name,
                type,
                sha256,
                size,
                plain,
                said.language(),
                said.relation(),
                said.kind(),
                said.version());
    }
}
