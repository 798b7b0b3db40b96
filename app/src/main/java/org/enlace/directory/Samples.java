package org.enlace.directory;

import java.util.List;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.states.FactDate;
import org.enlace.states.Span;
import org.enlace.states.States;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts invented authorities and designations beside the real ones, for the demo only: in any other program this class does not exist. They are marked as samples
 * wherever they show, and reading the dataset anew leaves them alone.
 */
@Component
@Profile("demo")
public class Samples {

    private final Authorities authorities;
    private final Designations designations;
    private final States states;

    Samples(Authorities authorities, Designations designations, States states) {
        this.authorities = authorities;
        this.designations = designations;
        this.states = states;
    }

    /**
     * Adds an authority, or leaves the one of that id as it is now described. Its zone is that of the capital.
     *
     * @throws IllegalArgumentException if the id does not say that it is a sample
     */
    @Transactional
    public void add(SampleAuthority sample) {
        if (!sample.id().contains("sample")) {
            throw new IllegalArgumentException("a sample says so in its id: " + sample.id());
        }
        var own = states.require(sample.state()).platformLanguages().getFirst();
        authorities.save(new Authority(
                sample.id(),
                sample.state(),
                sample.kind(),
                sample.names().in(own).text(),
                own.tag(),
                sample.names(),
                "",
                new Authority.Reach(
                        states.require(sample.state()).zone(),
                        sample.languages().stream().map(Language::tag).toList(),
                        sample.hours(),
                        sample.alwaysOpen(),
                        sample.mailbox()),
                new Authority.Published("", "", ""),
                Authority.Provenance.of("", null, "", true),
                Freshness.NONE));
    }

    /** Designates a sample authority under an instrument from a day on. */
    @Transactional
    public void designate(String authority, String instrument, Function function, String article, FactDate since) {
        designations.save(new Designation(
                authority, instrument, function, article, List.of(), new Span(since, null), null, "", null, "", true));
    }

    /**
     * An authority of the demo.
     *
     * @param id begins with the state in small letters, and contains {@code sample}
     * @param names at least in the state's own language
     * @param languages in which it takes requests
     * @param hours Monday to Friday, in the capital's zone
     * @param mailbox an address under {@code .example}
     */
    public record SampleAuthority(
            String id,
            StateCode state,
            Authority.Kind kind,
            Multilingual names,
            List<Language> languages,
            OfficeHours hours,
            boolean alwaysOpen,
            String mailbox) {}
}
