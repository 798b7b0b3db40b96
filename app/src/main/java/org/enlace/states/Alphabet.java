package org.enlace.states;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import org.enlace.Language;

/** The order in which readers of a language look names up: Équateur beside Espagne, not after Zambie. */
public final class Alphabet {

    private Alphabet() {}

    public static Comparator<String> of(Language language) {
        return Collator.getInstance(language.locale())::compare;
    }
}
