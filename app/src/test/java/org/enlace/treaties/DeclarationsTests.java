package org.enlace.treaties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.states.FactDate;
import org.enlace.treaties.Declaration.Kind;
import org.enlace.treaties.Declarations.Ended.Why;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeclarationsTests {

    private static final Declaration RESERVATION = declaration("r", "PER", Kind.RESERVATION, "2019-03-09", "", null);
    private static final Declaration OBJECTION = declaration("o", "MEX", Kind.OBJECTION, "2019-08-01", "r", "PER");
    private static final Declaration WITHDRAWAL = declaration("w", "PER", Kind.WITHDRAWAL, "2022-05", "r", null);

    @Test
    void aReservationHoldsUntilItIsWithdrawn() {
        assertThat(holding("2019-03-08")).isEmpty();
        assertThat(holding("2019-03-09")).containsExactly("r");
        assertThat(holding("2022-05-30")).containsExactly("r", "o");
    }

    @Test
    void withTheReservationGoesTheObjectionToIt() {
        var after = on("2022-05-31", List.of());

        assertThat(after.holding()).isEmpty();
        assertThat(after.ended())
                .extracting(ended -> ended.declaration().id() + " " + ended.why() + " " + ended.date())
                .containsExactly("r WITHDRAWN 2022-05", "o NOTHING_LEFT 2022-05");
    }

    @Test
    void whatAStateDeclaredBeforeItLeftDoesNotComeBackWithIt() {
        var left = new TreatyAction(
                "x", new StateCode("PER"), TreatyAction.Act.DENUNCIATION, 1, date("2020-01-01"), "source", "");

        assertThat(on("2019-12-31", List.of(left)).holding()).contains(RESERVATION);
        assertThat(on("2021-01-01", List.of(left)).ended())
                .extracting(Declarations.Ended::why)
                .containsExactly(Why.LEFT, Why.NOTHING_LEFT);
    }

    private static List<String> holding(String on) {
        return on(on, List.of()).holding().stream().map(Declaration::id).toList();
    }

    private static Declarations.On on(String day, List<TreatyAction> actions) {
        return Declarations.on(List.of(RESERVATION, OBJECTION, WITHDRAWAL), actions, LocalDate.parse(day));
    }

    private static Declaration declaration(
            String id, String state, Kind kind, String date, String about, @Nullable String against) {
        return new Declaration(
                id,
                "x",
                new StateCode(state),
                kind,
                List.of("6(1)"),
                Multilingual.of("Not bound.", null, null, null),
                false,
                date(date),
                about,
                against == null ? null : new StateCode(against),
                List.of(),
                "source");
    }

    private static FactDate date(String text) {
        return FactDate.parse(text).orElseThrow();
    }
}
