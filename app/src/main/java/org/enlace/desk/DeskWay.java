package org.enlace.desk;

import java.util.List;
import java.util.stream.Stream;
import org.enlace.desk.DeskRow.Section;
import org.jspecify.annotations.Nullable;

/**
 * A way in which a request comes to stand in a section of an authority's desk. Each has an index in which its rows lie in the usual order, so that of a hundred
 * thousand requests a page reads fifty.
 */
enum DeskWay {
    EMERGENCY_AS_REQUESTED(
            Section.EMERGENCY, false, "s.requested_authority = :me and s.turn = 'requested' and s.emergency"),
    EMERGENCY_AS_REQUESTING(
            Section.EMERGENCY, true, "s.requesting_authority = :me and s.turn = 'requesting' and s.emergency"),
    EMERGENCY_PART(Section.EMERGENCY, true, DeskWay.PART_WAITS + " and s.emergency"),
    OURS_AS_REQUESTED(Section.MINE, false, "s.requested_authority = :me and s.turn = 'requested' and not s.emergency"),
    OURS_AS_REQUESTING(
            Section.MINE, true, "s.requesting_authority = :me and s.turn = 'requesting' and not s.emergency"),
    /** While the other side goes on, a part of the result waits. */
    PART(Section.MINE, true, DeskWay.PART_WAITS + " and not s.emergency"),
    ENDING(Section.MINE, true, "s.requesting_authority = :me and " + DeskWay.ENDS),
    THEIRS_AS_REQUESTED(Section.WAITING, false, "s.requested_authority = :me and s.turn = 'requesting'"),
    THEIRS_AS_REQUESTING(
            Section.WAITING, true, "s.requesting_authority = :me and s.turn = 'requested' and not s.unreceived"),
    ENDING_THERE(Section.WAITING, false, "s.requested_authority = :me and " + DeskWay.ENDS),
    QUIET_AS_REQUESTED(
            Section.QUIET,
            false,
            "s.requested_authority = :me and s.turn is null and (" + DeskWay.ENDS + ") is not true"),
    QUIET_AS_REQUESTING(
            Section.QUIET,
            true,
            "s.requesting_authority = :me and s.turn is null and (" + DeskWay.ENDS + ") is not true"),
    HANDED_ON(
            Section.QUIET,
            false,
            ":me not in (s.requesting_authority, s.requested_authority) and s.request in"
                    + " (select request from exchange.act where kind = 'transfer' and authority = :me)"),
    /** Another authority of the own state shared it: to be read, and continued. */
    SHARED(Section.QUIET, true, "s.request in (select request from exchange.share where authority = :me)"),
    /** For calendars: every guarantee from its first day on, also while something else is waited for. */
    GUARANTEED_HERE(null, true, "s.requesting_authority = :me and " + DeskWay.RUNS),
    GUARANTEED_THERE(null, false, "s.requested_authority = :me and " + DeskWay.RUNS),
    /** Also one that ends soon: nothing that was shared stands among what is to be done. */
    GUARANTEED_SHARED(
            null,
            true,
            "s.stage = 'preserved' and not s.extended and s.request in (select request from exchange.share where authority = :me)");

    /**
     * A guarantee that ends soon or has ended, and nobody has decided what follows: what ran out stays until somebody does. That it ends depends on the hour, so nobody
     * wrote it down.
     */
    private static final String ENDS =
            "s.stage = 'preserved' and s.turn is null and not s.extended and s.guaranteed_until <= :warned";

    private static final String PART_WAITS = "s.requesting_authority = :me and s.turn = 'requested' and s.unreceived";

    private static final String RUNS =
            "s.stage = 'preserved' and not s.extended and (s.turn is not null or s.guaranteed_until > :warned)";

    private static final String STANDINGS = " from exchange.standing s";
    private static final String REQUESTS = " join exchange.request r on r.id = s.request";

    private static final String OF_EACH = """
            r.id, r.reference, r.measure, coalesce(r.instrument, '') as instrument, r.urgent, r.status = 'extension' as extension, r.sent_at, s.requested_zone
            """;

    private static final String AS_IT_STANDS = """
            , case when s.stage = 'withdrawn' and s.last_act = 'destroy' then 'destroyed' else s.stage end as stage, s.extended, s.extension_asked, s.guaranteed_until, s.last_at,
              s.enquired_at, case when s.requested_authority = :me and not exists (
                  select 1 from exchange.reading y where y.request = s.request and y.authority = :me and y.at > s.added_at) then s.added_at end as added_at
            """;

    /** Of what it handed on, an authority sees that it did, and nothing of what happened since. */
    private static final String AS_HANDED_ON = """
            , 'transferred' as stage, false as extended, false as extension_asked, cast(null as timestamptz) as guaranteed_until,
              (select max(a.at) from exchange.act a where a.request = s.request and a.kind = 'transfer' and a.authority = :me) as last_at,
              cast(null as timestamptz) as enquired_at, cast(null as timestamptz) as added_at,
              cast(null as text) as task, cast(null as timestamptz) as due, cast(null as timestamptz) as runs_until,
              false as own, cast(null as text) as hand
            """;

    /** Nothing in it is for the reader's authority to do; how long the data are guaranteed is, for whoever continues it. */
    private static final String AS_SHARED = """
            , 'shared' as stage, s.extended, s.extension_asked, case when s.stage = 'preserved' then s.guaranteed_until end as guaranteed_until, s.last_at,
              cast(null as timestamptz) as enquired_at, cast(null as timestamptz) as added_at,
              cast(null as text) as task, cast(null as timestamptz) as due, case when s.stage = 'preserved' then s.guaranteed_until end as runs_until,
              false as own, cast(null as text) as hand
            """;

    private static final String AS_REQUESTED = ", s.in_hand_as as hand";

    /** Who has it at the other authority is said on its page. */
    private static final String AS_REQUESTING = ", cast(null as text) as hand";

    /** Such a row has its clock in the guarantee. */
    private static final String AS_GUARANTEED =
            ", case when s.guaranteed_until > :now then 'follow-up' else 'decide-lapse' end as task,"
                    + " s.guaranteed_until as due, s.guaranteed_until as runs_until, ";

    private static final String AS_A_PART = ", 'receive' as task, s.receive_due as due, s.receive_due as runs_until, ";

    private final @Nullable Section section;
    private final boolean outgoing;
    private final String where;

    DeskWay(@Nullable Section section, boolean outgoing, String where) {
        this.section = section;
        this.outgoing = outgoing;
        this.where = where;
    }

    boolean isOutgoing() {
        return outgoing;
    }

    /** Those that lead to a section and that a filter does not close altogether. */
    static List<DeskWay> to(Section section, DeskFilter filter) {
        return Stream.of(values())
                .filter(way -> way.section == section && way.isOpen(filter))
                .toList();
    }

    /** Those that lead to what the reader's authority is waited for to do. */
    static List<DeskWay> toWork(DeskFilter filter) {
        return Stream.concat(to(Section.EMERGENCY, filter).stream(), to(Section.MINE, filter).stream())
                .toList();
    }

    /** Those that lead to a guarantee. */
    static List<DeskWay> toGuarantees(DeskFilter filter) {
        return Stream.of(GUARANTEED_HERE, GUARANTEED_THERE, GUARANTEED_SHARED)
                .filter(way -> way.isOpen(filter))
                .toList();
    }

    private boolean isOpen(DeskFilter filter) {
        var directed = "".equals(filter.direction()) || outgoing == "out".equals(filter.direction());
        return switch (String.valueOf(filter.whose())) {
            case DeskFilter.OWN -> directed && this != HANDED_ON && this != SHARED && this != GUARANTEED_SHARED;
            case DeskFilter.NOBODY -> directed && !outgoing && section != null && section != Section.QUIET;
            default -> directed;
        };
    }

    /** The first rows of this way. */
    String rows(DeskFilter filter, String order) {
        return "(select " + OF_EACH + ", '" + name() + "' as way, " + other() + " as other, "
                + "array_position(string_to_array(:places, ','), "
                + (DeskOrder.By.KIND.code().equals(String.valueOf(filter.sort()).replace("-", ""))
                        ? "r.measure"
                        : other())
                + ") as place" + state() + STANDINGS + REQUESTS + where(filter) + " order by " + order
                + " limit :upto)";
    }

    /** How many there are, as far as anybody wants to know. */
    String count(DeskFilter filter) {
        var asked = filter.looksAtRequests() ? REQUESTS : "";
        return "(select count(*) from (select 1" + STANDINGS + asked + where(filter) + " limit :upto) counted)";
    }

    private String state() {
        return switch (this) {
            case HANDED_ON -> AS_HANDED_ON;
            case SHARED -> AS_SHARED;
            case ENDING, ENDING_THERE, GUARANTEED_HERE, GUARANTEED_THERE, GUARANTEED_SHARED ->
                AS_IT_STANDS + AS_GUARANTEED + "coalesce(" + own() + ", false) as own"
                        + (outgoing ? AS_REQUESTING : AS_REQUESTED);
            case EMERGENCY_PART, PART ->
                AS_IT_STANDS + AS_A_PART + "coalesce(" + own() + ", false) as own" + AS_REQUESTING;
            default ->
                AS_IT_STANDS + ", s.task, s.due, coalesce(s.due, s.guaranteed_until) as runs_until, coalesce(" + own()
                        + ", false) as own" + (outgoing ? AS_REQUESTING : AS_REQUESTED);
        };
    }

    private String where(DeskFilter filter) {
        return " where " + where
                + ("".equals(filter.state()) ? "" : " and " + other() + " = :state")
                + ("".equals(filter.urgency()) ? "" : " and r.urgent = (:urgency = 'urgent')")
                + ("".equals(filter.reference()) ? "" : " and starts_with(r.reference, :reference)")
                + switch (String.valueOf(filter.whose())) {
                    case DeskFilter.OWN -> " and " + own();
                    case DeskFilter.NOBODY -> " and s.in_hand_as is null";
                    default -> "";
                };
    }

    /** Whether a request that comes this way is the reader's own. */
    private String own() {
        return outgoing
                ? "s.sent_by = :account"
                : "(s.in_hand_of = :account or s.in_hand_of is null and s.in_hand_as = :function)";
    }

    private String other() {
        return outgoing ? "r.requested_state" : "r.requesting_state";
    }
}
