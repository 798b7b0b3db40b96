package org.enlace.offline;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a carried file, where it is not asked on the terminal: the file of {@code --answers}.
 *
 * @param accept whether the conditions of the request are accepted
 * @param refuse where they are not: code of the reason that is signed for it; null to sign nothing
 * @param language of the free text
 */
record OpenAnswers(
        boolean accept,
        @Nullable String refuse,
        String language,
        @Nullable List<Deed> acts) {

    @Override
    public List<Deed> acts() {
        return acts == null ? List.of() : acts;
    }

    /**
     * @param kind of the act, such as {@code take-in-charge}
     * @param result the act that brought the result, where one is received, or its conditions are refused or upheld
     */
    record Deed(
            String kind,
            @Nullable Map<String, Object> values,
            @Nullable List<SealAnswers.Attached> attachments,
            @Nullable UUID result) {

        @Override
        public Map<String, Object> values() {
            return values == null ? Map.of() : values;
        }

        @Override
        public List<SealAnswers.Attached> attachments() {
            return attachments == null ? List.of() : attachments;
        }
    }
}
