package org.enlace.interchange;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.KeyType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.FormattedName;
import ezvcard.property.Key;
import ezvcard.property.Kind;
import ezvcard.property.Organization;
import ezvcard.property.Revision;
import ezvcard.property.Timezone;
import ezvcard.property.Uid;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.enlace.Language;
import org.enlace.directory.Authority;
import org.enlace.directory.EntryWords;
import org.enlace.states.Source;
import org.enlace.ui.PublicAddress;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;

/** Authorities as cards for an address book (vCard 4.0, RFC 6350). What an address book cannot keep apart, such as how far the card can be relied on, is its note. */
@Component
class Cards {

    private final PublicAddress address;

    Cards(PublicAddress address) {
        this.address = address;
    }

    /** All entries of an extract in one file. */
    String of(Extract extract, Language language) {
        var text = new StringWriter();
        try (var writer = new VCardWriter(text, VCardVersion.V4_0)) {
            writer.setAddProdId(false);
            for (var entry : extract.entries()) {
                writer.write(card(entry, extract, language));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private VCard card(Extract.Listed entry, Extract extract, Language language) {
        var authority = entry.authority();
        var card = new VCard(VCardVersion.V4_0);
        card.setProductId("-//Enlace//Directory//EN");
        card.setUid(new Uid(address.link("/authorities/" + authority.id())));
        card.setKind(Kind.org());
        name(card, authority);
        reach(card, authority);
        team(card, authority);
        var where = new Address();
        where.setCountry(entry.state().name(language));
        card.addAddress(where);
        card.setCategories(EntryWords.kind(authority, language));
        card.addSource(address.link("/authorities/" + authority.id() + "?on=" + extract.on()));
        card.addNote(note(entry, extract, language));
        card.setRevision(new Revision(extract.at()));
        return card;
    }

    private static void name(VCard card, Authority authority) {
        var name = new FormattedName(authority.originalName());
        name.setLanguage(authority.originalLanguage());
        card.setFormattedName(name);
        var organization = new Organization();
        if (!authority.parent().isEmpty()) {
            organization.getValues().add(authority.parent());
        }
        organization.getValues().add(authority.originalName());
        card.setOrganization(organization);
    }

    private static void reach(VCard card, Authority authority) {
        var published = authority.published();
        if (!published.telephone().isEmpty()) {
            card.addTelephoneNumber(published.telephone(), TelephoneType.WORK, TelephoneType.VOICE);
        }
        if (!published.email().isEmpty()) {
            card.addEmail(published.email(), EmailType.WORK);
        }
        if (!published.website().isEmpty()) {
            card.addUrl(published.website());
        }
        authority.reach().languages().forEach(card::addLanguage);
        card.setTimezone(new Timezone(authority.zone().getId()));
    }

    private static void team(VCard card, Authority authority) {
        var csirt = authority.csirt();
        if (csirt == null) {
            return;
        }
        card.setNickname(csirt.name());
        var mail = csirt.contact().email();
        if (!mail.isEmpty() && !mail.equals(authority.published().email())) {
            card.addEmail(mail, EmailType.WORK);
        }
        if (!csirt.pgp().key().isEmpty()) {
            card.addKey(new Key(csirt.pgp().key(), KeyType.PGP));
        }
    }

    private static String note(Extract.Listed entry, Extract extract, Language language) {
        var words = Words.of(Cards.class, language);
        var authority = entry.authority();
        var lines = new ArrayList<String>();
        lines.add(words.say("card.as-of", words.date(extract.on())));
        lines.add(EntryWords.trust(authority, entry.designations(), language));
        if (authority.isPlanned()) {
            lines.add(words.say("card.planned"));
        }
        lines.add(hours(authority, words));
        entry.designations().stream()
                .map(one -> one.instrument() + ": " + EntryWords.function(one.function(), language))
                .distinct()
                .forEach(lines::add);
        extract.source(authority.provenance().source())
                .map(source -> words.say("card.source", said(source)))
                .ifPresent(lines::add);
        return String.join("\n", lines);
    }

    private static String hours(Authority authority, Words words) {
        var hours = authority.reach().hours();
        if (authority.reach().alwaysOpen()) {
            return words.say("hours.always");
        }
        return hours == null
                ? words.say("hours.none")
                : words.say(
                        "hours.from",
                        hours.opens().toString(),
                        hours.closes().toString(),
                        authority.zone().getId());
    }

    private static String said(Source source) {
        return String.join(
                ", ",
                List.of(source.title(), source.address(), Objects.toString(source.asOf(), "")).stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
