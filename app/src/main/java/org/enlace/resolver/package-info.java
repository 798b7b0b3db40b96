/**
 * "Whom do I ask?", answered for two states, a measure and a day; and the first page, which asks it.
 *
 * <p>A <em>channel</em> is an instrument as a way to ask for a <em>measure</em>; what it is good for is data ({@code channel-rules.csv}, {@code
 * channel-terms.csv}) with the article it rests on. An <em>addressee</em> is an authority that is designated under the instrument that day. The resolver never
 * takes an authority of one instrument for another: where none is designated it says so, and shows institutions that are likely as <em>not designated in our
 * data</em>.
 */
@ApplicationModule(
        displayName = "resolver",
        allowedDependencies = {"ui", "search", "states", "treaties", "directory", "duty", "forms"})
@NullMarked
package org.enlace.resolver;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
