package org.enlace.reach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.notices.Trouble;
import org.enlace.notices.Troubles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Letters that did not arrive, as far as they concern whoever looks: their own, their authority's, those of people and authorities that they answer for. */
@Component
public class Returned {

    /** More than anybody reads; whoever has this many has one trouble, not hundreds. */
    private static final int MOST = 500;

    private final Troubles troubles;
    private final Owners owners;
    private final Answerable answerable;
    private final SecondWays tried;

    Returned(Troubles troubles, Owners owners, Answerable answerable, SecondWays tried) {
        this.troubles = troubles;
        this.owners = owners;
        this.answerable = answerable;
        this.tried = tried;
    }

    /** Those to the viewer's own address or to their authority, newest first. */
    public List<Trouble> own(Viewer viewer) {
        var lookup = new Lookup(viewer);
        return troubles.of(owners.audiences(viewer), owners.address(viewer)).stream()
                .filter(trouble -> lookup.owner(trouble).filter(lookup::isOwn).isPresent())
                .toList();
    }

    /** Newest first. */
    List<Row> of(Viewer viewer) {
        if (!viewer.is(Role.COORDINATOR) && !viewer.is(Role.SECRETARIAT)) {
            return rows(own(viewer), new Lookup(viewer));
        }
        var lookup = new Lookup(viewer);
        var rows = new ArrayList<Row>();
        for (var page = troubles.open(null);
                !page.isEmpty() && rows.size() < MOST;
                page = troubles.open(page.getLast())) {
            rows.addAll(rows(page, lookup));
        }
        return rows;
    }

    private List<Row> rows(List<Trouble> failed, Lookup lookup) {
        var theirs = failed.stream()
                .filter(trouble ->
                        lookup.owner(trouble).filter(lookup::concerns).isPresent())
                .toList();
        var done = tried.of(
                theirs.stream().map(trouble -> trouble.notice().effectKey()).toList());
        return theirs.stream()
                .map(trouble -> row(trouble, lookup, done.get(trouble.notice().effectKey())))
                .toList();
    }

    private static Row row(Trouble trouble, Lookup lookup, SecondWays.@Nullable Tried done) {
        var owner = lookup.owner(trouble).orElseThrow();
        return new Row(trouble, owner, lookup.isOwn(owner), reference(trouble, lookup.viewer), done);
    }

    /** Of what concerns the viewer, these are known now. */
    void acknowledge(Collection<UUID> seen, Viewer viewer) {
        var theirs = of(viewer).stream()
                .map(row -> row.trouble().id())
                .filter(seen::contains)
                .toList();
        troubles.acknowledge(theirs, viewer.requireAccount());
    }

    /** The secretariat mends addresses; which requests there are is none of its business. */
    private static String reference(Trouble trouble, Viewer viewer) {
        return viewer.is(Role.SECRETARIAT) ? "" : trouble.reference();
    }

    /** Who owns and who answers, asked once for each address: when mail is down, hundreds of letters to a few addresses come back. */
    private final class Lookup {

        private final Viewer viewer;
        private final Map<String, Optional<Owner>> found = new HashMap<>();
        private final Map<String, Boolean> answered = new HashMap<>();

        Lookup(Viewer viewer) {
            this.viewer = viewer;
        }

        Optional<Owner> owner(Trouble trouble) {
            var notice = trouble.notice();
            return found.computeIfAbsent(notice.audience() + ' ' + notice.recipient(), key -> owners.of(notice));
        }

        boolean isOwn(Owner owner) {
            return Answerable.isOwn(owner, viewer);
        }

        boolean concerns(Owner owner) {
            return isOwn(owner)
                    || answered.computeIfAbsent(owner.audience(), audience -> answerable.isFor(owner, viewer));
        }
    }

    /**
     * One letter.
     *
     * @param own whether it was for the viewer or their authority
     * @param reference may be empty
     * @param tried what was done about it, or null as long as nobody has looked
     */
    record Row(Trouble trouble, Owner owner, boolean own, String reference, SecondWays.@Nullable Tried tried) {}
}
