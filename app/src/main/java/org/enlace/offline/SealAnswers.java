package org.enlace.offline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request is to say, where it is not asked on the terminal: the file of {@code --answers}.
 *
 * @param instrument null without a treaty
 * @param authority id of the requested authority
 * @param language of the free text
 * @param values as {@code exchange.md} has them, with {@code omitted}
 * @param call when the request was announced by telephone, RFC 3339; null if it was not yet
 */
record SealAnswers(
        String form,
        String measure,
        @Nullable String instrument,
        String authority,
        String language,
        Map<String, Object> values,
        @Nullable List<Attached> attachments,
        @Nullable String call) {

    @Override
    public List<Attached> attachments() {
        return attachments == null ? List.of() : attachments;
    }

    /**
     * @param path where the file is on this computer
     * @param relation {@code original}, {@code official}, {@code courtesy} or {@code machine}
     * @param kind {@code provision}, {@code order}, {@code power} or {@code other}; null where it is not said
     * @param version of a legal provision the day on which that text was in force
     */
    record Attached(
            String path,
            String type,
            String language,
            String relation,
            @Nullable String kind,
            @Nullable String version) {}
}
