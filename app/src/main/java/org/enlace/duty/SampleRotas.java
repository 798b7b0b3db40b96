package org.enlace.duty;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.directory.Authority;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes rotas for the sample authorities of the demo; in any other program this class does not exist. */
@Component
@Profile("demo")
public class SampleRotas {

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(19, 0);

    private final Shifts shifts;
    private final Clock clock;

    SampleRotas(Shifts shifts, Clock clock) {
        this.shifts = shifts;
        this.clock = clock;
    }

    /** One officer from seven to seven by day, another by night, every day; leaves alone an authority that keeps a rota already. */
    @Transactional
    public void keep(Authority authority, UUID byDay, UUID byNight, String telephone, Viewer writer) {
        if (!shifts.rota(authority).isKept()) {
            write(authority, byDay, MORNING, EVENING, telephone, writer);
            write(authority, byNight, EVENING, MORNING, telephone, writer);
        }
    }

    private void write(
            Authority authority, UUID account, LocalTime from, LocalTime until, String telephone, Viewer writer) {
        var now = clock.instant();
        var yesterday = LocalDate.ofInstant(now, authority.zone()).minusDays(1);
        var shift = new Shift(
                Shifts.newId(),
                0,
                authority.id(),
                Shift.Rhythm.WEEKLY,
                Set.of(DayOfWeek.values()),
                yesterday.atTime(from),
                null,
                until,
                new Shift.Who(account, "", telephone, false),
                List.copyOf(authority.reach().languages()),
                new Shift.Edit(writer.requireAccount(), writer.name(), now));
        shifts.save(shift, writer);
    }
}
