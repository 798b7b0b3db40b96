/**
 * The directory as files: given out and taken in.
 *
 * <p>An <em>extract</em> is what the directory says of some states on one day; it is given out as JSON, as a table (CSV), as cards (vCard) and, for the shelf of an
 * authority that may be off-line, as a printed directory. Everything in it bears its source, its day and how far it is confirmed, because a file goes on living
 * where nobody can ask us. Files hold what everybody may see on the pages and nothing else: never a role's mailbox, never who confirmed an entry. The one exception
 * is the copy of the printed directory that is <em>sealed</em> to an authority: it holds the authority's own mailbox too.
 *
 * <p>Paper is checked by the SHA-256 of the <em>data file</em> of a state, printed on each of its pages; an <em>edition</em> is one content of that file, kept with
 * the time in which it was true.
 *
 * <p>An <em>import</em> is another directory's list, kept as it came. A person says which of its <em>columns</em> is which of ours; the <em>comparison</em> lays it
 * beside ours; what a person ticks becomes a change that another person decides on. Nothing of a list ever overwrites an entry by itself.
 */
@ApplicationModule(
        displayName = "interchange",
        allowedDependencies = {"ledger", "ui", "changes", "paper", "states", "treaties", "directory", "duty", "keys"})
@NullMarked
package org.enlace.interchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
