package org.enlace.treaties;

import java.time.LocalDate;
import java.util.List;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.states.FactDate;
import org.jspecify.annotations.Nullable;

/**
 * A treaty or protocol.
 *
 * @param id short and stable: {@code budapest}, {@code untoc}, {@code oas-a55}
 * @param adopted when the text was adopted, as exact as known
 * @param opened when it was opened for signature
 * @param inForceSince the day it entered into force, or null when it has not or nobody recorded it
 * @param parent the id of the convention that it is a protocol to
 * @param subjects what it is about: {@code cybercrime}, {@code corruption} …
 * @param rule how it enters into force for each state, or null when our data do not say
 * @param ruleArticle the article the rule rests on; may be empty
 * @param ruleMark how far the rule was checked; null together with the rule
 * @param sources ids of {@link org.enlace.states.Source}
 */
public record Instrument(
        String id,
        Multilingual shortName,
        Multilingual title,
        String depositary,
        @Nullable FactDate adopted,
        String adoptedAt,
        @Nullable FactDate opened,
        InForce inForce,
        @Nullable LocalDate inForceSince,
        String reference,
        @Nullable String parent,
        List<String> subjects,
        @Nullable ForceRule rule,
        String ruleArticle,
        @Nullable Mark ruleMark,
        List<String> sources) {

    public String shortName(Language language) {
        return shortName.in(language).text();
    }

    /** Whether the instrument itself is in force, at the time our data were gathered. */
    public enum InForce {
        YES,
        NO,
        NOT_KNOWN
    }
}
