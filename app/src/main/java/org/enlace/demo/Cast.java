package org.enlace.demo;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.directory.Authority;
import org.jspecify.annotations.Nullable;

/** The people of the demo, of the tests and of the screenshots, named by what they do. None of them exists. */
public enum Cast {
    PARAGUAY_DUTY(
            "Oficial de guardia, Paraguay", "Oficial de guardia", Language.ES, "PRY", Office.PARAGUAY, Role.OFFICER),
    PARAGUAY_DEPUTY(
            "Oficial suplente, Paraguay", "Oficial suplente", Language.ES, "PRY", Office.PARAGUAY, Role.OFFICER),
    PARAGUAY_CENTRAL(
            "Jefe de cooperación, Paraguay",
            "Jefe de cooperación",
            Language.ES,
            "PRY",
            Office.PARAGUAY_CENTRAL,
            Role.OFFICER),
    PARAGUAY_CENTRAL_DEPUTY(
            "Asesora de cooperación, Paraguay",
            "Asesora de cooperación",
            Language.ES,
            "PRY",
            Office.PARAGUAY_CENTRAL,
            Role.OFFICER),
    COSTA_RICA_DUTY(
            "Oficial de guardia, Costa Rica",
            "Oficial de guardia",
            Language.ES,
            "CRI",
            Office.COSTA_RICA,
            Role.OFFICER),
    COSTA_RICA_DEPUTY(
            "Oficial suplente, Costa Rica", "Oficial suplente", Language.ES, "CRI", Office.COSTA_RICA, Role.OFFICER),
    COSTA_RICA_CENTRAL(
            "Jefa de cooperación, Costa Rica",
            "Jefa de cooperación",
            Language.ES,
            "CRI",
            Office.COSTA_RICA_CENTRAL,
            Role.OFFICER),
    COSTA_RICA_CENTRAL_DEPUTY(
            "Asesor de cooperación, Costa Rica",
            "Asesor de cooperación",
            Language.ES,
            "CRI",
            Office.COSTA_RICA_CENTRAL,
            Role.OFFICER),
    COSTA_RICA_POLICE(
            "Jefe de la unidad de ciberdelitos, Costa Rica",
            "Jefe de unidad",
            Language.ES,
            "CRI",
            Office.COSTA_RICA_POLICE,
            Role.OFFICER),
    COSTA_RICA_CSIRT(
            "Analista del CSIRT, Costa Rica", "Analista", Language.ES, "CRI", Office.COSTA_RICA_CSIRT, Role.OFFICER),
    BRAZIL_DUTY("Oficial de plantão, Brasil", "Oficial de plantão", Language.PT, "BRA", Office.BRAZIL, Role.OFFICER),
    BRAZIL_DEPUTY("Oficial substituta, Brasil", "Oficial substituta", Language.PT, "BRA", Office.BRAZIL, Role.OFFICER),
    PARAGUAY_COORDINATOR(
            "Coordinadora nacional, Paraguay", "Coordinadora nacional", Language.ES, "PRY", null, Role.COORDINATOR),
    SECRETARIAT("Programme officer, secretariat", "Programme officer", Language.EN, null, null, Role.SECRETARIAT),
    SECRETARIAT_LEGAL("Legal officer, secretariat", "Legal officer", Language.EN, null, null, Role.SECRETARIAT),
    OBSERVER("Observateur, Canada", "Observateur", Language.FR, "CAN", null, Role.OBSERVER);

    private final String personName;
    private final String function;
    private final Language language;
    private final @Nullable String state;
    private final @Nullable Office office;
    private final Role role;

    Cast(
            String personName,
            String function,
            Language language,
            @Nullable String state,
            @Nullable Office office,
            Role role) {
        this.personName = personName;
        this.function = function;
        this.language = language;
        this.state = state;
        this.office = office;
        this.role = role;
    }

    /** Finds a member by the short name that stands in addresses. */
    public static Optional<Cast> of(String key) {
        return Arrays.stream(values())
                .filter(member -> member.key().equals(key))
                .findFirst();
    }

    /** Those who act for an authority, in the order in which they were enrolled. */
    public static List<Cast> officersOf(Office office) {
        return Arrays.stream(values()).filter(member -> member.office == office).toList();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same account in every demo, so that links and screenshots stay good. */
    public UUID account() {
        return UUID.nameUUIDFromBytes(("cast/" + key()).getBytes(StandardCharsets.UTF_8));
    }

    public String personName() {
        return personName;
    }

    public String function() {
        return function;
    }

    public Language language() {
        return language;
    }

    public Optional<StateCode> state() {
        return Optional.ofNullable(state).map(StateCode::new);
    }

    public Optional<Office> office() {
        return Optional.ofNullable(office);
    }

    public Set<Role> roles() {
        return Set.of(role);
    }

    /** An address of the reserved {@code example} domain: no mail ever leaves for it. */
    public String email() {
        return key() + "@enlace.example";
    }

    public ZoneId zone() {
        return office().or(this::officeOfState).map(Office::zone).orElse(ZoneId.of("America/New_York"));
    }

    private Optional<Office> officeOfState() {
        return Arrays.stream(Office.values())
                .filter(each -> state().filter(each.state()::equals).isPresent())
                .findFirst();
    }

    /** The sample authorities: invented, and marked as samples wherever they show. */
    public enum Office {
        PARAGUAY("pry-sample-24-7", "PRY", "America/Asuncion", "es", "+595 21 555 0100"),
        /** Which sends the requests for mutual assistance that follow on what the contact point had preserved. */
        PARAGUAY_CENTRAL("pry-sample-central", "PRY", "America/Asuncion", "es", "+595 21 555 0200"),
        COSTA_RICA("cri-sample-24-7", "CRI", "America/Costa_Rica", "es en", "+506 2555 0100"),
        /** Where requests for mutual assistance go, and what comes to the contact point though it is not for it. */
        COSTA_RICA_CENTRAL("cri-sample-central", "CRI", "America/Costa_Rica", "es en", "+506 2555 0200"),
        /** To whom police units write without a request under a treaty. */
        COSTA_RICA_POLICE("cri-sample-police", "CRI", "America/Costa_Rica", "es en", "+506 2555 0300"),
        /** To whom incidents are notified. */
        COSTA_RICA_CSIRT("cri-sample-csirt", "CRI", "America/Costa_Rica", "es en", "+506 2555 0400"),
        BRAZIL("bra-sample-24-7", "BRA", "America/Sao_Paulo", "pt es en", "+55 61 5550 0100");

        private final String id;
        private final String iso3;
        private final String zone;
        private final String languages;
        private final String telephone;

        Office(String id, String iso3, String zone, String languages, String telephone) {
            this.id = id;
            this.iso3 = iso3;
            this.zone = zone;
            this.languages = languages;
            this.telephone = telephone;
        }

        public String id() {
            return id;
        }

        public StateCode state() {
            return new StateCode(iso3);
        }

        /** Whether it is on duty day and night; the others keep office hours. */
        public boolean isContactPoint() {
            return kind() == Authority.Kind.CONTACT_24_7;
        }

        Authority.Kind kind() {
            return switch (this) {
                case PARAGUAY, COSTA_RICA, BRAZIL -> Authority.Kind.CONTACT_24_7;
                case PARAGUAY_CENTRAL, COSTA_RICA_CENTRAL -> Authority.Kind.CENTRAL_AUTHORITY;
                case COSTA_RICA_POLICE -> Authority.Kind.POLICE_UNIT;
                case COSTA_RICA_CSIRT -> Authority.Kind.CSIRT;
            };
        }

        public Multilingual names() {
            return switch (this) {
                case PARAGUAY, COSTA_RICA, BRAZIL ->
                    Multilingual.of(
                            "24/7 cybercrime contact point",
                            "Punto de contacto 24/7 para ciberdelito",
                            "Point de contact 24/7 pour la cybercriminalité",
                            "Ponto de contato 24/7 para crime cibernético");
                case PARAGUAY_CENTRAL, COSTA_RICA_CENTRAL ->
                    Multilingual.of(
                            "Central authority for mutual legal assistance and extradition",
                            "Autoridad central de asistencia mutua en materia penal y extradición",
                            "Autorité centrale pour l’entraide judiciaire et l’extradition",
                            "Autoridade central de assistência mútua em matéria penal e extradição");
                case COSTA_RICA_POLICE ->
                    Multilingual.of(
                            "Cybercrime investigation unit",
                            "Unidad de investigación de ciberdelitos",
                            "Unité d’enquête sur la cybercriminalité",
                            "Unidade de investigação de crimes cibernéticos");
                case COSTA_RICA_CSIRT ->
                    Multilingual.of(
                            "National computer security incident response team",
                            "Equipo nacional de respuesta a incidentes de seguridad informática",
                            "Équipe nationale de réponse aux incidents de sécurité informatique",
                            "Equipe nacional de resposta a incidentes de segurança computacional");
            };
        }

        public ZoneId zone() {
            return ZoneId.of(zone);
        }

        /** The languages in which this office takes requests. */
        public List<Language> languages() {
            return Arrays.stream(languages.split(" "))
                    .flatMap(tag -> Language.of(tag).stream())
                    .toList();
        }

        /** Whether it has a recovery sheet from the start, without which one officer alone cannot receive; the others can make theirs with the next key. */
        boolean hasSheet() {
            return this == COSTA_RICA_CENTRAL || this == COSTA_RICA_POLICE || this == COSTA_RICA_CSIRT;
        }

        /** The duty line: a number that nobody has. */
        public String telephone() {
            return telephone;
        }

        /** The mailbox of the office, not of a person. */
        public String mailbox() {
            return id + "@enlace.example";
        }
    }
}
