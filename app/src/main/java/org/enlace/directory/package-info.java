/**
 * Authorities, what they are designated for, and how fresh each entry is.
 *
 * <p>An <em>authority</em> is an institution, never a person. A <em>designation</em> names it for one <em>function</em> under one instrument, as one source has
 * it; the same fact from two sources is two designations. A designation without a beginning is known from the day of its source on. A <em>sample</em> exists in
 * the demo only and is marked wherever it shows.
 *
 * <p>States keep their entries: a coordinator or the secretariat proposes a change, another person approves it ({@code changes}), and from that day on it goes
 * before the dataset. A <em>confirmation</em> says that an entry is right as it stands, for half a year; a <em>report</em> is what a delegation said in a meeting
 * and marks the entry before there is any paper. <em>Freshness</em> follows from both.
 */
@ApplicationModule(
        displayName = "directory",
        allowedDependencies = {"ui", "changes", "search", "states", "treaties"})
@NullMarked
package org.enlace.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
