/**
 * Writing a request: whom it goes to, question by question, and the check before it is sent. A <em>draft</em> is sealed to the own authority; its id becomes
 * the request's, and it is gone in the transaction in which the request is there. What is typed into the form of an act is kept in the same way until it is signed.
 */
@ApplicationModule(
        displayName = "drafting",
        allowedDependencies = {
            "ledger",
            "ui",
            "notices",
            "states",
            "treaties",
            "directory",
            "resolver",
            "documents",
            "access",
            "keys",
            "forms",
            "requirements",
            "procedure",
            "exchange"
        })
@NullMarked
package org.enlace.drafting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
