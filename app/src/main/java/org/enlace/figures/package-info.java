/**
 * How long things take and why they come back: figures of the exchange, without anything that was sealed. A <em>course</em> is what one request went through, a
 * <em>milestone</em> a point that it reached. Two ways to show the same figures: <em>whole</em>, to a state about itself; <em>in aggregate</em>, across states, where
 * nothing under five is told and no total gives it away ({@link org.enlace.figures.Disclosure}).
 */
@ApplicationModule(
        displayName = "figures",
        allowedDependencies = {"ledger", "ui", "states", "directory", "forms", "procedure", "exchange"})
@NullMarked
package org.enlace.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
