package org.enlace.directory;

import java.util.Arrays;
import org.enlace.Refused;

/** One designation: {@code cri-oatri/untoc/MLA}. */
record DesignationKey(String authority, String instrument, Function function) {

    /** @throws Refused absent, when it is no key */
    static DesignationKey parse(String text) {
        var parts = text.split("/", -1);
        if (parts.length != 3) {
            throw Refused.absent();
        }
        return new DesignationKey(parts[0], parts[1], function(parts[2]));
    }

    static DesignationKey of(Designation designation) {
        return new DesignationKey(designation.authority(), designation.instrument(), designation.function());
    }

    /** @throws Refused absent, when there is no such function */
    static Function function(String name) {
        return Arrays.stream(Function.values())
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow(Refused::absent);
    }

    boolean isOf(Designation designation) {
        return equals(of(designation));
    }

    @Override
    public String toString() {
        return authority + '/' + instrument + '/' + function.name();
    }
}
