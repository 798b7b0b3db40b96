package org.enlace.reach;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlace.access.Account;
import org.enlace.directory.Authority;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.enlace.notices.Trouble;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what follows when a letter did not arrive: sends it to the next address that is known, and tells whoever answers for the one that failed. A link that is a
 * secret goes to nobody else; its owner can ask for another.
 */
@Component
class SecondWay {

    private static final Duration WEEK = Duration.ofDays(7);

    /** Of the letters to an officer's own address, those that any colleague can deal with. */
    private static final Set<Notice.Kind> OF_THE_OFFICE =
            EnumSet.of(Notice.Kind.ADMISSION_WAITING, Notice.Kind.KEY_DUE, Notice.Kind.TOKEN_MADE);

    private final SecondWays tried;
    private final Owners owners;
    private final Addresses addresses;
    private final Answerable answerable;
    private final Notices notices;

    SecondWay(SecondWays tried, Owners owners, Addresses addresses, Answerable answerable, Notices notices) {
        this.tried = tried;
        this.owners = owners;
        this.addresses = addresses;
        this.answerable = answerable;
        this.notices = notices;
    }

    /** Keeps what is done and queues its letters in one transaction: never one without the other, and never twice. */
    @Transactional
    public void take(Trouble trouble) {
        var owner = owners.of(trouble.notice());
        var others = owner.map(each -> others(trouble.notice(), each)).orElse(List.of());
        var told = owner.map(answerable::of).orElse(List.of());
        var key = trouble.notice().effectKey();
        if (tried.keep(key, new SecondWays.Tried(others.size(), told.size()))) {
            others.forEach(other -> notices.queueAtOnce(trouble.notice()
                    .to(key + "/again/" + other.email(), other.email(), other.language(), other.zone())));
            told.forEach(account -> notices.queue(returned(trouble, account)));
        }
    }

    private List<Address> others(Notice notice, Owner owner) {
        if (notice.kind().isSecret()) {
            return List.of();
        }
        return switch (owner) {
            case Owner.Office office -> addresses.after(office.authority(), notice.recipient());
            case Owner.Person person ->
                OF_THE_OFFICE.contains(notice.kind())
                        ? office(person).map(addresses::of).orElse(List.of()).stream()
                                .filter(address -> !address.is(notice.recipient()))
                                .toList()
                        : List.of();
        };
    }

    private Optional<Authority> office(Owner.Person person) {
        return Optional.ofNullable(person.account().authority())
                .flatMap(id -> owners.find(Owner.Office.PREFIX + id))
                .map(owner -> ((Owner.Office) owner).authority());
    }

    /** Once a week for one address, however much comes back from it. */
    private Notice returned(Trouble trouble, Account account) {
        var week = tried.now().toEpochMilli() / WEEK.toMillis();
        return Notice.forAccount(
                "returned/" + trouble.recipient() + '/' + week + '/' + account.id(),
                Owner.Person.PREFIX + account.id(),
                account.email(),
                account.language(),
                Notice.Kind.LETTERS_RETURN,
                "/letters/returned");
    }
}
