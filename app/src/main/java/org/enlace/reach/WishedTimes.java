package org.enlace.reach;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.enlace.notices.Timetable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The wishes as the postman asks for them, each second that something waits; so whose clocks they are on is looked up once a minute only. */
@Component
class WishedTimes implements Timetable {

    private final Wishes wishes;
    private final Owners owners;
    private final Clock clock;
    private final Map<String, Place> places = new ConcurrentHashMap<>();

    WishedTimes(Wishes wishes, Owners owners, Clock clock) {
        this.wishes = wishes;
        this.owners = owners;
        this.clock = clock;
    }

    @Override
    public Map<String, Hours> patient() {
        var patient = new HashMap<String, Hours>();
        wishes.patient().forEach((audience, wish) -> patient.put(audience, queued -> due(audience, wish, queued)));
        return patient;
    }

    private Instant due(String audience, Wish wish, Instant queued) {
        var zone = zone(audience);
        return zone == null ? queued : wish.due(queued, zone);
    }

    /** Null for those who are told at once, whatever they chose. */
    private @Nullable ZoneId zone(String audience) {
        var minute = clock.instant().getEpochSecond() / 60;
        return Objects.requireNonNull(places.compute(
                        audience,
                        (each, known) -> known != null && known.minute() == minute ? known : look(audience, minute)))
                .zone();
    }

    private Place look(String audience, long minute) {
        var zone = owners.find(audience)
                .filter(owner -> !owners.isAtOnce(owner))
                .map(Owner::zone)
                .orElse(null);
        return new Place(minute, zone);
    }

    private record Place(long minute, @Nullable ZoneId zone) {}
}
