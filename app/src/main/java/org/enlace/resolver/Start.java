package org.enlace.resolver;

import java.time.LocalDate;
import java.util.Optional;
import org.enlace.resolver.Addressees.Addressee;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a request begins that follows from advice. */
final class Start {

    private Start() {}

    /** Only today, only to somebody designated, only where there is a form: it rests on the articles of this instrument. */
    static Optional<String> path(Advice advice, Channel channel, Addressee addressee, LocalDate today) {
        if (!channel.rule().hasForm() || !advice.on().equals(today)) {
            return Optional.empty();
        }
        return Optional.of(UriComponentsBuilder.fromPath("/requests/new")
                .queryParam("from", advice.from().code())
                .queryParam("to", advice.to().code())
                .queryParam("instrument", channel.instrument().id())
                .queryParam("authority", addressee.authority().id())
                .queryParam("measure", advice.measure().code())
                .build()
                .toUriString());
    }
}
