package org.enlace.access;

import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * @param next where to go then
 * @param origin the address that keys are bound to; opened under another, this page sends people there first
 */
record SignInPage(OwnPath next, String origin) implements Page {

    @Override
    public String title(Words words) {
        return words.say("sign-in.title");
    }
}
