package org.enlace.resolver;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlace.directory.Authority;

/** What can be asked of another state; the words are {@code measure.<NAME>}. */
public enum Measure {
    /** Expedited preservation of stored computer data. */
    PRESERVATION(Group.DATA),
    SUBSCRIBER_DATA(Group.DATA),
    TRAFFIC_DATA(Group.DATA),
    CONTENT(Group.DATA),
    TESTIMONY(Group.EVIDENCE),
    VIDEO_HEARING(Group.EVIDENCE),
    DOCUMENTS(Group.EVIDENCE),
    /** Service of judicial documents. */
    SERVICE(Group.EVIDENCE),
    JOINT_TEAM(Group.EVIDENCE),
    SEARCH_SEIZURE(Group.PROPERTY),
    FREEZING(Group.PROPERTY),
    /** Custody of a person sought until the request for extradition comes. */
    PROVISIONAL_ARREST(Group.PERSONS),
    EXTRADITION(Group.PERSONS),
    /** A danger to the life or safety of a person that cannot wait. */
    EMERGENCY(Group.WITHOUT_REQUEST),
    POLICE_INFORMATION(Group.WITHOUT_REQUEST),
    CSIRT_INCIDENT(Group.WITHOUT_REQUEST),
    /** Information given without having been asked for. */
    SPONTANEOUS(Group.WITHOUT_REQUEST);

    private final Group group;

    Measure(Group group) {
        this.group = group;
    }

    /** As written in data and addresses: {@code preservation}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Services that speak to each other without a request under a treaty; empty for most measures. */
    public List<Authority.Kind> counterparts() {
        return switch (this) {
            case POLICE_INFORMATION -> List.of(Authority.Kind.POLICE_UNIT);
            case CSIRT_INCIDENT -> List.of(Authority.Kind.CSIRT);
            default -> List.of();
        };
    }

    boolean isIn(Group of) {
        return group == of;
    }

    public static Optional<Measure> of(String code) {
        return Arrays.stream(values())
                .filter(measure -> measure.code().equals(code))
                .findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(Measure::code).collect(Collectors.joining(", "));
    }

    /** How they stand together in the list; the words are {@code measures.<NAME>}. */
    enum Group {
        DATA,
        EVIDENCE,
        PROPERTY,
        PERSONS,
        WITHOUT_REQUEST;

        List<Measure> measures() {
            return Arrays.stream(Measure.values())
                    .filter(measure -> measure.isIn(this))
                    .toList();
        }
    }
}
