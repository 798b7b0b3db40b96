package org.enlace.ui;

import java.util.List;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.Viewer;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What a template may know about the moment.
 *
 * @param viewer who looks
 * @param path the address of this page without its query, for the language switch and the menu
 * @param query the query without {@code lang}, or empty
 * @param formKey the token every form must send back, against forged requests
 * @param assets the built browser modules and styles
 * @param menu the entries this viewer sees, in order
 * @param installation the name of the installation, shown beside the mark; may be empty
 * @param demo whether this is the demo, which is said on every page
 */
public record Here(
        Viewer viewer,
        String path,
        String query,
        FormKey formKey,
        Assets assets,
        List<MenuEntry> menu,
        String installation,
        boolean demo) {

    /** This same page in another language, with everything else kept. */
    public String in(Language language) {
        return path + '?' + (query.isEmpty() ? "" : query + '&') + "lang=" + language.tag();
    }

    /** Whether this page lies behind an entry of the menu, and behind none that leads nearer to it. */
    public boolean isAt(MenuEntry entry) {
        return leadsHere(entry)
                && menu.stream()
                        .filter(this::leadsHere)
                        .allMatch(other -> other.path().length() <= entry.path().length());
    }

    private boolean leadsHere(MenuEntry entry) {
        return path.equals(entry.path()) || path.startsWith(entry.path() + '/');
    }

    public String label(MenuEntry entry) {
        return Words.of(entry.room(), viewer.language()).say(entry.key());
    }

    /** How many things wait behind an entry of the menu. A page that came this far is shown also where the count is not to be had. */
    public int waiting(MenuEntry entry) {
        try {
            return entry.waiting().applyAsInt(viewer);
        } catch (DataAccessException unavailable) {
            return 0;
        }
    }

    /** The hidden field of every form and the header of every other write. */
    public static final class FormKey {

        private final CsrfToken token;
        private final boolean inHead;
        private final Runnable written;

        /**
         * @param token asking it anything gives the visitor a cookie
         * @param inHead whether the page's scripts may need it, and not only its forms
         * @param written run when the key is written into the answer, which then is nobody else's
         */
        FormKey(CsrfToken token, boolean inHead, Runnable written) {
            this.token = token;
            this.inHead = inHead;
            this.written = written;
        }

        public String field() {
            return token.getParameterName();
        }

        public String token() {
            written.run();
            return token.getToken();
        }

        /** What tells this form of this page from all others, whoever's session it is sent in. */
        public String press() {
            return UUID.randomUUID().toString();
        }

        /** What the head of the page says: nothing on pages of public facts for visitors. */
        public String tokenInHead() {
            return inHead ? token() : "";
        }

        public String headerInHead() {
            return inHead ? token.getHeaderName() : "";
        }
    }
}
