package org.enlace.demo;

import static org.enlace.mandates.Network.CENTRAL_AUTHORITIES;
import static org.enlace.mandates.Network.CONTACT_24_7;
import static org.enlace.mandates.Network.PROSECUTORS;
import static org.enlace.mandates.Network.TECHNICAL_GROUP;
import static org.enlace.mandates.Visibility.MEMBERS;
import static org.enlace.mandates.Visibility.NETWORK;
import static org.enlace.mandates.Visibility.PUBLIC;
import static org.enlace.mandates.Visibility.SECRETARIAT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.enlace.mandates.Network;
import org.enlace.mandates.SampleMandates.Days;
import org.enlace.mandates.SampleMandates.SampleMandate;
import org.enlace.mandates.Visibility;
import org.jspecify.annotations.Nullable;

/** The cast as national points of contact, with one who was it before and one who will be: every visibility and every status is there to be seen. None of them exists. */
record Delegates(LocalDate today) {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    List<SampleMandate> all() {
        var change = today.minusMonths(13);
        return List.of(
                officer(Cast.PARAGUAY_DUTY, CONTACT_24_7, "Jefatura del punto 24/7 (ejemplo)", since(change), PUBLIC),
                person(
                        "paraguay-duty-before",
                        Cast.PARAGUAY_DUTY,
                        CONTACT_24_7,
                        "Anterior oficial de guardia, Paraguay",
                        "Jefatura del punto 24/7 (ejemplo)",
                        new Days(FIRST, change.minusDays(1), null, null, today.minusMonths(14)),
                        PUBLIC),
                officer(
                        Cast.PARAGUAY_DEPUTY,
                        PROSECUTORS,
                        "Enlace con las fiscalías (ejemplo)",
                        away(today.minusDays(10), today.plusDays(20)),
                        NETWORK),
                officer(
                        Cast.PARAGUAY_COORDINATOR,
                        TECHNICAL_GROUP,
                        "Representante de Paraguay (ejemplo)",
                        longAgo(),
                        MEMBERS),
                person(
                        "paraguay-next",
                        Cast.PARAGUAY_COORDINATOR,
                        CENTRAL_AUTHORITIES,
                        "Próxima enlace, Paraguay",
                        "Enlace de la autoridad central (ejemplo)",
                        since(today.plusDays(30)),
                        SECRETARIAT),
                officer(Cast.COSTA_RICA_DUTY, CONTACT_24_7, "Jefatura del punto 24/7 (ejemplo)", since(FIRST), NETWORK),
                officer(
                        Cast.COSTA_RICA_DEPUTY,
                        TECHNICAL_GROUP,
                        "Representante de Costa Rica (ejemplo)",
                        since(change),
                        PUBLIC),
                officer(Cast.BRAZIL_DUTY, CONTACT_24_7, "Chefia do ponto 24/7 (exemplo)", since(FIRST), PUBLIC),
                officer(Cast.BRAZIL_DEPUTY, TECHNICAL_GROUP, "Representante do Brasil (exemplo)", longAgo(), PUBLIC),
                officer(
                        Cast.OBSERVER,
                        TECHNICAL_GROUP,
                        "Représentant du Canada (exemple)",
                        away(today.minusDays(40), null),
                        PUBLIC));
    }

    private static SampleMandate officer(Cast member, Network network, String role, Days days, Visibility visibility) {
        return person(member.key(), member, network, member.personName(), role, days, visibility);
    }

    /** @param member whose state, office and language the person shares */
    private static SampleMandate person(
            String key, Cast member, Network network, String name, String role, Days days, Visibility visibility) {
        var office = network == CONTACT_24_7 ? member.office() : Optional.<Cast.Office>empty();
        return new SampleMandate(
                key,
                member.state().orElseThrow(),
                office.map(Cast.Office::id).orElse(null),
                network,
                name,
                role,
                days,
                key + "@enlace.example",
                office.map(Cast.Office::telephone).orElse(""),
                member.language().tag(),
                visibility,
                "enlace demo");
    }

    private Days since(LocalDate first) {
        return new Days(first, null, null, null, today.minusMonths(1));
    }

    /** Approved so long ago, and never confirmed, that nobody can rely on it. */
    private Days longAgo() {
        return new Days(FIRST, null, null, null, today.minusMonths(8));
    }

    private Days away(LocalDate since, @Nullable LocalDate until) {
        return new Days(FIRST, null, since, until, today.minusMonths(1));
    }
}
