package org.enlace.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.directory.Authority;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.enlace.keys.AuthorityKeys;
import org.enlace.resolver.Channels;
import org.enlace.resolver.Measure;
import org.springframework.stereotype.Component;

/** To whom a request can be written today. Only authorities designated under the instrument are offered, never one designated under another. */
@Component
class Offers {

    private final Channels channels;
    private final Forms forms;
    private final AuthorityKeys keys;
    private final Clock clock;

    Offers(Channels channels, Forms forms, AuthorityKeys keys, Clock clock) {
        this.channels = channels;
        this.forms = forms;
        this.keys = keys;
        this.clock = clock;
    }

    /** What can be asked with some form. */
    List<Measure> measures() {
        return Arrays.stream(Measure.values())
                .filter(measure -> !forms.profiles(measure.code()).isEmpty())
                .toList();
    }

    /** What can be asked with a form that continues requests of that form. */
    List<Measure> following(String form) {
        return measures().stream()
                .filter(measure -> forms.profiles(measure.code()).stream()
                        .anyMatch(profile -> profile.follows().contains(form)))
                .toList();
    }

    /** The same once more, and then what continues it. */
    List<Measure> again(String measure, String form) {
        return Stream.concat(Measure.of(measure).stream(), following(form).stream())
                .distinct()
                .toList();
    }

    Form form(String name) {
        return forms.require(name);
    }

    /** Best first; empty for the own state. */
    List<Offer> of(StateCode from, StateCode to, Measure measure, Viewer viewer) {
        if (from.equals(to)) {
            return List.of();
        }
        var advice = channels.resolve(from, to, measure, LocalDate.ofInstant(clock.instant(), viewer.zone()));
        var under = advice.serving().stream()
                .flatMap(channel -> forms
                        .profile(measure.code(), channel.instrument().id())
                        .stream()
                        .flatMap(form -> Offer.of(form, channel, this::receives)));
        var without = forms.profile(measure.code(), null).stream()
                .flatMap(form -> advice.counterparts().stream()
                        .filter(authority -> !authority.isPlanned())
                        .map(authority -> new Offer(form, null, authority, null, receives(authority))));
        return Stream.concat(under, without).toList();
    }

    private boolean receives(Authority authority) {
        return keys.canReceive(authority.id());
    }
}
