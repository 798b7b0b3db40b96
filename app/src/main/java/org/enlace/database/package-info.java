/**
 * Where everything is kept: a PostgreSQL of our own in the data folder, or yours by one setting.
 *
 * <p>The bottom room: it knows only the hall, and every other room stands on the {@code DataSource} it gives. That
 * {@code DataSource} is usable only after all migrations ran.
 *
 * <p>Its words: the <em>data folder</em> is what an operator backs up; the <em>cluster</em> is PostgreSQL's own folder
 * within it; the <em>owner</em> is the role that migrates, the <em>application role</em> is the one that everything else
 * connects as, and it may do only what the migrations granted it. That is how "append-only" is the database's promise
 * too, and not only ours.
 */
@ApplicationModule(
        displayName = "database",
        allowedDependencies = {})
@NullMarked
package org.enlace.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
