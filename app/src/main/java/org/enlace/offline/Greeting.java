package org.enlace.offline;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/** Tells whose kit it is and how old, and unlocks it. */
record Greeting(Terminal terminal, Clock clock) {

    private static final Duration OLD = Duration.ofDays(7);

    static Greeting of(Terminal terminal, Clock clock) {
        return new Greeting(terminal, clock);
    }

    Unlocked unlock(Kit kit) {
        terminal.say(
                "kit.of",
                kit.function(),
                kit.authority(),
                terminal.words().momentIn(kit.made(), ZoneId.systemDefault()));
        var age = Duration.between(kit.made(), clock.instant());
        if (age.compareTo(OLD) > 0) {
            terminal.say("kit.old", age.toDays());
        }
        return Unlocked.of(kit, terminal);
    }
}
