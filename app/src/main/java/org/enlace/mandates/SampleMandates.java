package org.enlace.mandates;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.enlace.StateCode;
import org.enlace.search.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes mandates of persons who do not exist, for the demo; in any other program this class does not exist. */
@Component
@Profile("demo")
public class SampleMandates {

    private final MandateRows rows;
    private final Index index;

    SampleMandates(MandateRows rows, Index index) {
        this.rows = rows;
        this.index = index;
    }

    /** Done twice, it changes nothing, nor does it bring back what was taken out in the meantime. */
    @Transactional
    public void enter(SampleMandate sample) {
        var id = id("mandate/" + sample.key());
        if (!rows.knows(id)) {
            rows.keep(sample.mandate(id), false, id("change/" + sample.key()));
            index.changed(MandateOffer.KIND, id.toString());
        }
    }

    /** The same in every demo, so that links and screenshots stay good. */
    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * From when until when, all days included.
     *
     * @param until null while there is no end in sight
     * @param suspendedSince null when the person acts
     * @param suspendedUntil null while there is no end of that in sight
     * @param approved the day on which two persons had said so
     */
    public record Days(
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable LocalDate suspendedSince,
            @Nullable LocalDate suspendedUntil,
            LocalDate approved) {}

    /**
     * A person who does not exist.
     *
     * @param key short and stable
     * @param authority the id of the authority the person speaks for, or null for the state as such
     * @param language BCP 47 tag
     */
    public record SampleMandate(
            String key,
            StateCode state,
            @Nullable String authority,
            Network network,
            String name,
            String role,
            Days days,
            String email,
            String telephone,
            String language,
            Visibility visibility,
            String evidence) {

        private Mandate mandate(UUID id) {
            return new Mandate(
                    id,
                    state,
                    authority,
                    network,
                    name,
                    role,
                    new Mandate.Term(days.since(), days.until(), days.suspendedSince(), days.suspendedUntil()),
                    new Mandate.Reach(email, telephone, List.of(language)),
                    visibility,
                    evidence,
                    days.approved().atStartOfDay(ZoneOffset.UTC).toInstant(),
                    null);
        }
    }
}
