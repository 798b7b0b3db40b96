package org.enlace.drafting;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.directory.Authority;
import org.enlace.exchange.Earlier;
import org.enlace.resolver.Measure;
import org.enlace.states.State;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * Before the first question: who asks whom for what, under which instrument. Also where a draft gets another addressee.
 *
 * @param draft the id of the draft to be made: pressing twice makes one; or of the one that gets another addressee
 * @param requesting the viewer's authority
 * @param to the state asked, or null while it is not chosen
 * @param offers whom one may address there today, best first; empty when nobody is to be addressed
 * @param chosen the authority asked for in the address, if it is among the offers
 */
record NewRequestPage(
        UUID draft,
        Authority requesting,
        List<State> states,
        @Nullable State to,
        Asked asked,
        List<Offer> offers,
        String chosen,
        Way way)
        implements Page {

    @Override
    public String title(Words words) {
        var earlier = way.earlier();
        return switch (way.kind()) {
            case NEW -> words.say("new.title");
            case REDIRECTED -> words.say("new.title.redirected");
            case EXTENSION -> words.say("new.title.extension", reference(earlier));
            case FOLLOW_UP -> words.say("new.title.follow-up", reference(earlier));
            case THIRD_STATE -> words.say("new.title.third-state", reference(earlier));
            case AGAIN -> words.say("new.title.again", reference(earlier));
        };
    }

    @Override
    public boolean needsKey() {
        return true;
    }

    String lead(Words words) {
        return words.say("new.lead." + way.kind().name());
    }

    List<Option> stateOptions(Language language) {
        return states.stream()
                .map(state -> Option.of(state.code().iso3(), state.name(language)))
                .toList();
    }

    List<Option> measureOptions(Words words) {
        return asked.measures().stream()
                .map(measure -> Option.of(measure.code(), measure(measure, words)))
                .toList();
    }

    /** Whether there is anything to choose before the addressee. */
    boolean asksFirst() {
        return way.earlier() == null
                || (way.kind() != Kind.EXTENSION && asked.measures().size() > 1);
    }

    String measure(Words words) {
        return measure(asked.measure(), words);
    }

    boolean isChosen(Offer offer) {
        return offer.equals(offers.stream()
                .filter(each -> each.authority().id().equals(chosen))
                .findFirst()
                .or(() -> offers.stream()
                        .filter(each -> Objects.equals(
                                each.instrument(), offers.getFirst().instrument()))
                        .filter(Offer::receives)
                        .findFirst())
                .orElse(offers.getFirst()));
    }

    /** Whether somebody among them cannot receive here yet. */
    boolean hasUnreachable() {
        return !offers.stream().allMatch(Offer::receives);
    }

    private static String measure(Measure measure, Words words) {
        return Words.of(Measure.class, words.language()).say("measure." + measure.name());
    }

    private static String reference(@Nullable Earlier earlier) {
        return earlier == null ? "" : earlier.reference();
    }

    /** @param measures among which one may choose */
    record Asked(Measure measure, List<Measure> measures) {}

    enum Kind {
        NEW,
        EXTENSION,
        FOLLOW_UP,
        /** A follow-up in another state than the one that was asked. */
        THIRD_STATE,
        /** Once more what was taken back. */
        AGAIN,
        REDIRECTED
    }

    /**
     * @param earlier the request that is prolonged, followed up or written again, or null
     * @param executor the authority that has that one, or null
     */
    record Way(
            Kind kind, @Nullable Earlier earlier, @Nullable Authority executor) {

        static Way anew() {
            return new Way(Kind.NEW, null, null);
        }

        static Way redirected() {
            return new Way(Kind.REDIRECTED, null, null);
        }

        static Way extending(Earlier earlier, Authority executor) {
            return new Way(Kind.EXTENSION, earlier, executor);
        }

        static Way following(Earlier earlier, Authority executor) {
            return new Way(Kind.FOLLOW_UP, earlier, executor);
        }

        static Way toThirdState(Earlier earlier, Authority executor) {
            return new Way(Kind.THIRD_STATE, earlier, executor);
        }

        static Way again(Earlier earlier, Authority executor) {
            return new Way(Kind.AGAIN, earlier, executor);
        }

        /** As signed acts name it. */
        String status() {
            return switch (kind) {
                case NEW, AGAIN, REDIRECTED -> "new";
                case EXTENSION -> "extension";
                case FOLLOW_UP, THIRD_STATE -> "follow-up";
            };
        }
    }
}
