package org.enlace.enrolment;

import java.time.ZoneId;
import org.enlace.Language;

/** What a person says of themselves when they enrol; everything else was in the invitation. */
public record Newcomer(String name, Language language, ZoneId zone) {}
