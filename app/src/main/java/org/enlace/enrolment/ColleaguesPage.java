package org.enlace.enrolment;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.Role;
import org.enlace.access.Account;
import org.enlace.access.Invitation;
import org.enlace.directory.Authority;
import org.enlace.states.State;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * The people one answers for.
 *
 * @param office the own authority and how its key stands, or null for people without one
 * @param origin the address that keys are bound to
 */
record ColleaguesPage(
        @Nullable Office office,
        List<Colleague> colleagues,
        List<Invited> invitations,
        List<AskedBack> recoveries,
        Invite invite,
        String origin)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say("colleagues.title");
    }

    @Override
    public int status() {
        return invite.problems().areThere() ? 422 : 200;
    }

    @Override
    public boolean needsKey() {
        return office != null;
    }

    /** Those of the own authority who enrolled and cannot read anything yet; not oneself. */
    List<Colleague> waiting(@Nullable UUID viewer) {
        var own = office;
        return own == null
                ? List.of()
                : colleagues.stream()
                        .filter(colleague -> colleague.isOf(own.id()) && colleague.standing() == Standing.WAITING)
                        .filter(colleague -> !colleague.account().id().equals(viewer))
                        .toList();
    }

    /** Those of the own authority who could leave: who hold the key, but oneself. */
    List<Colleague> leavers(@Nullable UUID viewer) {
        var own = office;
        return own == null
                ? List.of()
                : colleagues.stream()
                        .filter(colleague -> colleague.isOf(own.id()) && colleague.isMember())
                        .filter(colleague -> !colleague.account().id().equals(viewer))
                        .toList();
    }

    /**
     * The own authority.
     *
     * @param state its name
     * @param generation of its key, 0 while it has none
     * @param member whether the viewer holds the key
     * @param keyMadeAt when this generation was made; null while there is none
     * @param isKeyOld whether it is time for the next one
     * @param sheet null while there is none
     */
    record Office(
            String id,
            String name,
            String state,
            int generation,
            boolean member,
            boolean canReceive,
            @Nullable Instant keyMadeAt,
            boolean isKeyOld,
            @Nullable Sheet sheet) {}

    /**
     * The recovery sheet of the own authority.
     *
     * @param rehearsedAt null of a sheet older than rehearsals
     * @param rehearsedBy a name, or empty
     */
    record Sheet(
            String recipient,
            int shares,
            int threshold,
            @Nullable Instant rehearsedAt,
            String rehearsedBy) {

        boolean isDivided() {
            return shares > 1;
        }
    }

    /**
     * @param place the name of their authority, or empty
     * @param recipient of their officer key, for its six words
     */
    record Colleague(Account account, String place, Standing standing, String recipient) {

        boolean isOf(String office) {
            return office.equals(account.authority());
        }

        boolean isMember() {
            return standing == Standing.MEMBER;
        }
    }

    /** How somebody stands to the key of their authority. The words are {@code standing.<NAME>}. */
    enum Standing {
        NO_AUTHORITY,
        NO_KEY,
        /** A case system that has not stated its key yet. */
        NOT_STATED,
        WAITING,
        MEMBER
    }

    /**
     * Somebody who was invited and is not here yet.
     *
     * @param cameBack whether the mail could not be delivered
     */
    record Invited(Invitation invitation, boolean cameBack) {}

    /**
     * Somebody asks to recover access.
     *
     * @param call for the six words
     */
    record AskedBack(UUID id, String name, String call, Instant askedAt) {}

    /**
     * What the form to invite offers.
     *
     * @param typed what was typed before, if anything was wrong with it
     */
    record Invite(
            List<Role> roles,
            List<Authority> places,
            List<State> states,
            @Nullable InviteForm typed,
            Problems problems) {

        List<Option> roles(Words words) {
            return roles.stream()
                    .map(role -> Option.of(role.name(), words.say("role." + role)))
                    .toList();
        }

        List<Option> places(Words words) {
            return places.stream()
                    .map(place -> Option.of(place.id(), place.name(words.language())))
                    .toList();
        }

        List<Option> states(Words words) {
            return states.stream()
                    .map(state -> Option.of(state.code().iso3(), state.name(words.language())))
                    .toList();
        }

        List<Option> languages() {
            return Arrays.stream(Language.values())
                    .map(language -> Option.of(language.name(), language.ownName()))
                    .toList();
        }
    }
}
