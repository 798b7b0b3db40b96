package org.enlace.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.enlace.Doors;
import org.enlace.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes {@link Here} of a request. */
@Component
class Moment {

    private static final String BORE_KEY = Moment.class.getName() + ".key";

    /** Where the guards did not run: on the pages of errors that come before them. */
    private static final CsrfToken NO_KEY = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "none");

    private final Assets assets;
    private final ObjectProvider<MenuEntry> entries;
    private final UiSettings settings;
    private final boolean demo;

    Moment(Assets assets, ObjectProvider<MenuEntry> entries, UiSettings settings, Environment environment) {
        this.assets = assets;
        this.entries = entries;
        this.settings = settings;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    Here of(HttpServletRequest request) {
        var viewer = ViewerResolver.viewer(request);
        return new Here(
                viewer,
                request.getRequestURI(),
                queryWithoutLanguage(request),
                formKey(request, viewer),
                assets,
                menu(viewer),
                settings.installation(),
                demo);
    }

    private List<MenuEntry> menu(Viewer viewer) {
        return entries.stream()
                .filter(entry -> entry.seenBy().test(viewer))
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .toList();
    }

    private static String queryWithoutLanguage(HttpServletRequest request) {
        var query = UriComponentsBuilder.newInstance()
                .query(Objects.requireNonNullElse(request.getQueryString(), ""))
                .replaceQueryParam("lang")
                .build()
                .getQuery();
        return Objects.requireNonNullElse(query, "");
    }

    /** Whether the answer to this request bears a form key: then it is for this visitor alone. */
    static boolean boreFormKey(HttpServletRequest request) {
        return request.getAttribute(BORE_KEY) != null;
    }

    private static Here.FormKey formKey(HttpServletRequest request, Viewer viewer) {
        var inHead = viewer.isSignedIn() || !Doors.leadsToFacts(request.getRequestURI());
        var token = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken given ? given : NO_KEY;
        return new Here.FormKey(token, inHead, () -> request.setAttribute(BORE_KEY, true));
    }
}
