package org.enlace.states;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * How a state stands to the Organization from a day on, as two persons entered it.
 *
 * @param standing null when it is not a member
 */
record EnteredStanding(
        StateCode state, FactDate since, @Nullable Standing standing, String source) {

    /**
     * The stretches of time of one state with what was entered put in. What was entered holds from its day until the next stretch that begins later, whether that
     * was entered or is in the dataset.
     */
    static List<Membership> into(List<Membership> known, List<EnteredStanding> entered) {
        var all = known;
        for (var one : entered.stream()
                .sorted(Comparator.comparing(each -> each.since().last()))
                .toList()) {
            all = one.into(all);
        }
        return all;
    }

    private List<Membership> into(List<Membership> known) {
        var all = new ArrayList<Membership>();
        known.stream().filter(this::begunBefore).map(this::ended).forEach(all::add);
        var later = known.stream().filter(this::beginsAfter).toList();
        if (standing != null) {
            var until = later.isEmpty() ? null : later.getFirst().span().since();
            all.add(new Membership(state, standing, new Span(since, until), null, List.of(source)));
        }
        all.addAll(later);
        return List.copyOf(all);
    }

    private boolean begunBefore(Membership membership) {
        var begun = membership.span().since();
        return begun == null || begun.last().isBefore(since.last());
    }

    private boolean beginsAfter(Membership membership) {
        var begins = membership.span().since();
        return begins != null && begins.last().isAfter(since.last());
    }

    private Membership ended(Membership membership) {
        var span = membership.span();
        return span.until() != null && !span.until().last().isAfter(since.last())
                ? membership
                : new Membership(
                        membership.state(),
                        membership.standing(),
                        new Span(span.since(), since),
                        membership.note(),
                        membership.sources());
    }
}
