package org.enlace.resolver;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.treaties.Bound;
import org.enlace.treaties.Instruments;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;

/** What a treaty says of sending a request electronically, in the reader's words, each sentence with its article. */
@Component
public class ElectronicSending {

    private final ChannelRules rules;
    private final Instruments instruments;

    ElectronicSending(ChannelRules rules, Instruments instruments) {
        this.rules = rules;
        this.instruments = instruments;
    }

    /**
     * Empty where our data say nothing.
     *
     * @param instrument under which the request is made
     * @param on the day whose treaties count
     */
    public List<String> under(
            String instrument, StateCode from, StateCode to, Measure measure, LocalDate on, Language language) {
        var binding = instruments.between(from, to, on).stream()
                .filter(relation -> relation.bound() == Bound.YES)
                .map(relation -> relation.instrument().id())
                .collect(Collectors.toSet());
        return rules.terms(instrument, Need.of(measure), binding).stream()
                .filter(term -> term.topic() == ChannelTerm.Topic.ELECTRONIC)
                .map(term -> said(term, language))
                .toList();
    }

    private String said(ChannelTerm term, Language language) {
        var words = Words.of(ElectronicSending.class, language);
        var law = instruments
                .find(term.law())
                .map(instrument -> instrument.shortName(language))
                .orElse(term.law());
        var articles = words.say("channel.articles", term.articles().size(), String.join(", ", term.articles()));
        return words.say("term.cited", words.say("term." + term.words()), words.say("term.law", law, articles));
    }
}
