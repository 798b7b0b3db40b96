package org.enlace.reach;

import java.util.Collection;
import java.util.List;
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
        return of(viewer).stream().filter(Row::own).map(Row::trouble).toList();
    }

    List<Row> of(Viewer viewer) {
        var failed = troubles.open();
        var done = tried.of(
                failed.stream().map(trouble -> trouble.notice().effectKey()).toList());
        return failed.stream()
                .flatMap(trouble -> owners.of(trouble.notice()).stream()
                        .filter(owner -> Answerable.isOwn(owner, viewer) || answerable.isFor(owner, viewer))
                        .map(owner -> new Row(
                                trouble,
                                owner,
                                Answerable.isOwn(owner, viewer),
                                reference(trouble, viewer),
                                done.get(trouble.notice().effectKey()))))
                .toList();
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

    /**
     * One letter.
     *
     * @param own whether it was for the viewer or their authority
     * @param reference may be empty
     * @param tried what was done about it, or null as long as nobody has looked
     */
    record Row(Trouble trouble, Owner owner, boolean own, String reference, SecondWays.@Nullable Tried tried) {}
}
