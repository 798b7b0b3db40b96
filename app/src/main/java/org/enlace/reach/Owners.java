package org.enlace.reach;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.directory.Designations;
import org.enlace.notices.Notice;
import org.springframework.stereotype.Component;

/** Finds whose letters are whose, and who must have theirs at once whatever they chose. */
@Component
class Owners {

    private final Authorities authorities;
    private final Designations designations;
    private final Accounts accounts;
    private final Addresses addresses;
    private final Clock clock;

    Owners(Authorities authorities, Designations designations, Accounts accounts, Addresses addresses, Clock clock) {
        this.authorities = authorities;
        this.designations = designations;
        this.accounts = accounts;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Nobody for an audience of another room, and for whom an invitation did not reach: they are nobody's yet. */
    Optional<Owner> find(String audience) {
        if (audience.startsWith(Owner.Office.PREFIX)) {
            return authority(audience.substring(Owner.Office.PREFIX.length())).map(Owner.Office::new);
        }
        return audience.startsWith(Owner.Person.PREFIX)
                ? accounts.find(UUID.fromString(audience.substring(Owner.Person.PREFIX.length())))
                        .map(Owner.Person::new)
                : Optional.empty();
    }

    /** Of a person's letter the owner is whose address it is: what is about one colleague may go to another. */
    Optional<Owner> of(Notice notice) {
        return notice.audience().startsWith(Owner.Person.PREFIX)
                ? accounts.byEmail(notice.recipient())
                        .<Owner>map(Owner.Person::new)
                        .or(() -> find(notice.audience()))
                : find(notice.audience());
    }

    /** The words by which letters to the viewer, or to their authority, are known. */
    List<String> audiences(Viewer viewer) {
        var own = Owner.Person.PREFIX + viewer.requireAccount();
        return viewer.authority() == null ? List.of(own) : List.of(own, Owner.Office.PREFIX + viewer.authority());
    }

    String address(Viewer viewer) {
        return accounts.find(viewer.requireAccount()).map(Account::email).orElse("");
    }

    private Optional<Authority> authority(String id) {
        return authorities.find(id, Viewer.anyone(Language.EN));
    }

    /** The mailbox of a point that answers day and night; whoever is on duty there, and everybody of it where no rota says who that is. */
    boolean isAtOnce(Owner owner) {
        return switch (owner) {
            case Owner.Office office -> answersDayAndNight(office.authority());
            case Owner.Person person -> isOnDuty(person, clock.instant());
        };
    }

    /** Whether the mailbox, or the authority that the person acts for, is a point that answers day and night. */
    boolean answersDayAndNight(Owner owner) {
        return switch (owner) {
            case Owner.Office office -> answersDayAndNight(office.authority());
            case Owner.Person person ->
                Optional.ofNullable(person.account().authority())
                        .flatMap(this::authority)
                        .filter(this::answersDayAndNight)
                        .isPresent();
        };
    }

    private boolean answersDayAndNight(Authority authority) {
        return authority.reach().alwaysOpen()
                || designations.isPointOn(authority, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private boolean isOnDuty(Owner.Person person, Instant now) {
        var authority = person.account().authority();
        return authority != null
                && authority(authority)
                        .filter(this::answersDayAndNight)
                        .filter(point -> addresses.onDuty(point, now).stream()
                                .anyMatch(officer ->
                                        officer.id().equals(person.account().id())))
                        .isPresent();
    }
}
