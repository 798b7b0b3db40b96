package org.enlace.exchange;

import java.time.LocalDate;
import java.util.List;
import org.enlace.directory.Authority;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.enlace.ledger.Send;
import org.enlace.resolver.Channels;
import org.enlace.resolver.Measure;
import org.springframework.stereotype.Component;

/** Whether a request may go this way: the form serves the measure under that treaty, and the authority is the one named for it, or the counterpart where none is needed. */
@Component
class Addressing {

    private static final List<Authority.Kind> TAKING =
            List.of(Authority.Kind.CONTACT_24_7, Authority.Kind.CENTRAL_AUTHORITY);

    private final Channels channels;
    private final Forms forms;

    Addressing(Channels channels, Forms forms) {
        this.channels = channels;
        this.forms = forms;
    }

    void require(Send sending, Authority requesting, Authority requested, LocalDate today) {
        var serves = forms.find(sending.form())
                .filter(Form::isProfile)
                .filter(profile -> profile.asks(sending.measure()))
                .filter(profile -> profile.serves(sending.instrument()));
        if (serves.isEmpty()) {
            throw ExchangeRefusal.UNKNOWN_FORM.refused();
        }
        var measure = Measure.of(sending.measure()).orElseThrow(ExchangeRefusal.UNKNOWN_FORM::refused);
        var addressed = sending.instrument() == null
                ? isCounterpart(measure, requested)
                : isDesignated(sending, requesting, requested, measure, today);
        if (!addressed) {
            throw ExchangeRefusal.NOT_DESIGNATED.refused();
        }
    }

    /** What goes without a treaty goes to a service that does the same; where a measure names none, to whoever takes what other states send. */
    private static boolean isCounterpart(Measure measure, Authority requested) {
        var named = measure.counterparts();
        return requested.isListed()
                && !requested.isPlanned()
                && (named.isEmpty() ? TAKING : named).contains(requested.kind());
    }

    /** The treaty binds both states today and serves the measure, and the authority is the one designated under it: no other one is taken in its place. */
    private boolean isDesignated(
            Send sending, Authority requesting, Authority requested, Measure measure, LocalDate today) {
        return channels.resolve(requesting.state(), requested.state(), measure, today).serving().stream()
                .filter(channel -> channel.instrument().id().equals(sending.instrument()))
                .flatMap(channel -> channel.addressees().designated().stream())
                .anyMatch(addressee -> addressee.authority().id().equals(requested.id()));
    }
}
