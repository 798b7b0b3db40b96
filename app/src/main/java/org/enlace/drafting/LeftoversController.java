package org.enlace.drafting;

import static org.enlace.ui.Answer.seeOther;

import java.util.List;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.documents.HalfWritten;
import org.enlace.documents.Leftovers;
import org.enlace.exchange.Requests;
import org.enlace.ui.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an officer sees what takes the authority's room for files, and makes some. */
@Controller
class LeftoversController {

    private final Leftovers leftovers;
    private final HalfWritten halfWritten;
    private final Drafts drafts;
    private final Requests requests;

    LeftoversController(Leftovers leftovers, HalfWritten halfWritten, Drafts drafts, Requests requests) {
        this.leftovers = leftovers;
        this.halfWritten = halfWritten;
        this.drafts = drafts;
        this.requests = requests;
    }

    @GetMapping("/drafts/files")
    Answer show(Viewer viewer) {
        var all = leftovers.of(viewer);
        var places = all.stream().map(Leftovers.Leftover::request).distinct().toList();
        return new LeftoversPage(
                places.stream().map(place -> place(place, all, viewer)).toList(),
                all.size(),
                leftovers.most(),
                leftovers.days());
    }

    /** What somebody else has removed, or an act has brought, since the page was shown is none of those left. */
    @PostMapping("/drafts/files/removal")
    Answer remove(@RequestParam(defaultValue = "") List<UUID> file, Viewer viewer) {
        var there = leftovers.of(viewer).stream().map(Leftovers.Leftover::id).toList();
        file.stream().filter(there::contains).forEach(each -> leftovers.remove(each, viewer));
        return seeOther("/drafts/files");
    }

    private LeftoversPage.Place place(UUID request, List<Leftovers.Leftover> all, Viewer viewer) {
        var isDraft = drafts.find(request, viewer).isPresent();
        return new LeftoversPage.Place(
                request,
                isDraft,
                isDraft ? null : reference(request, viewer),
                halfWritten.isThere(request, viewer.requireAuthority()),
                all.stream().filter(each -> each.request().equals(request)).toList());
    }

    /** Files are uploaded for an id that may belong to nothing, or to nothing that the viewer may see. */
    private @Nullable String reference(UUID request, Viewer viewer) {
        try {
            return requests.require(request, viewer).reference();
        } catch (Refused absent) {
            return null;
        }
    }
}
