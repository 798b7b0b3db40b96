/**
 * Mandates: which person is a state's national point of contact, in which network, from when until when.
 *
 * <p>A <em>mandate</em> names a person, so it is shown by its <em>visibility</em> only, and that is decided where it is loaded: what a viewer may not see is not
 * found, not listed, not counted. Those shown to everybody are in the search until
 * their term is over; no person is in an export, in a public list of changes or in what search engines are told. Mandates are entered by a state's coordinator or the
 * secretariat and approved by another person ({@code changes}); a <em>confirmation</em> says that the person is still it. What a mandate is on a day, its
 * <em>status</em>, follows from these facts.
 */
@ApplicationModule(
        displayName = "mandates",
        allowedDependencies = {"ui", "changes", "search", "states", "directory"})
@NullMarked
package org.enlace.mandates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
