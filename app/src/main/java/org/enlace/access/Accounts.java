package org.enlace.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.Role;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts. These finders take no viewer: they answer other rooms, which decide what of a person may be shown to whom. */
@Component
public class Accounts {

    private final JdbcClient database;

    Accounts(JdbcClient database) {
        this.database = database;
    }

    /** The account, also of somebody who left. */
    public Optional<Account> find(UUID id) {
        return database.sql("select * from access.account where id = :id")
                .param("id", id)
                .query(Accounts::account)
                .optional();
    }

    /** The account of somebody who has not left, by the address in any case. */
    public Optional<Account> byEmail(String email) {
        return database.sql("select * from access.account where email = :email and left_at is null")
                .param("email", normal(email))
                .query(Accounts::account)
                .optional();
    }

    /** The officers of an authority who have not left, in the order in which they came; persons only. */
    public List<Account> officersOf(String authority) {
        return database.sql("""
                        select * from access.account
                        where authority = :authority and left_at is null and not system order by id""")
                .param("authority", authority)
                .query(Accounts::account)
                .list();
    }

    /** The case systems of an authority that were not taken away, in the order in which they came. */
    public List<Account> systemsOf(String authority) {
        return database.sql(
                        "select * from access.account where authority = :authority and left_at is null and system order by id")
                .param("authority", authority)
                .query(Accounts::account)
                .list();
    }

    /** The case systems of a state's authorities. */
    public List<Account> systemsOf(StateCode state) {
        return database.sql(
                        "select * from access.account where state = :state and left_at is null and system order by authority, id")
                .param("state", state.iso3())
                .query(Accounts::account)
                .list();
    }

    /** The coordinators of a state who have not left. */
    public List<Account> coordinatorsOf(StateCode state) {
        return database.sql("""
                        select * from access.account
                        where state = :state and 'COORDINATOR' = any (roles) and left_at is null order by id""")
                .param("state", state.iso3())
                .query(Accounts::account)
                .list();
    }

    /** The people of the secretariat who have not left. */
    public List<Account> secretariat() {
        return database.sql(
                        "select * from access.account where 'SECRETARIAT' = any (roles) and left_at is null order by id")
                .query(Accounts::account)
                .list();
    }

    /** The people of a state who have not left, officers and coordinators. */
    public List<Account> of(StateCode state) {
        return database.sql("""
                        select * from access.account
                        where state = :state and left_at is null and not system order by authority nulls first, id""")
                .param("state", state.iso3())
                .query(Accounts::account)
                .list();
    }

    /** The officers and case systems of states that have no coordinator. */
    public List<Account> withoutCoordinator() {
        return database.sql("""
                        select * from access.account a
                        where authority is not null and left_at is null
                          and not exists (select 1 from access.account c
                                          where c.state = a.state and c.left_at is null and 'COORDINATOR' = any (c.roles))
                        order by state, id""").query(Accounts::account).list();
    }

    /** Everybody who has not left and acts for no authority. */
    public List<Account> withoutAuthority() {
        return database.sql(
                        "select * from access.account where authority is null and left_at is null order by state nulls first, id")
                .query(Accounts::account)
                .list();
    }

    /** The authorities that have an officer who has not left. */
    public Set<String> staffed() {
        return Set.copyOf(database.sql("""
                        select distinct authority from access.account
                        where authority is not null and left_at is null and not system""").query(String.class).list());
    }

    /** @throws org.enlace.Refused when somebody with this mail address is here already */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Account account) {
        var added = database.sql("""
                        insert into access.account (id, name, function, email, roles, state, authority, language, zone, made_at, confirmed_at, system)
                        values (:id, :name, :function, :email, string_to_array(:roles, ','), :state, :authority, :language, :zone, :madeAt, :madeAt, :system)
                        on conflict do nothing""")
                .param("id", account.id())
                .param("name", account.name())
                .param("function", account.function())
                .param("email", normal(account.email()))
                .param("roles", joined(account.roles()))
                .param("state", iso3(account.state()))
                .param("authority", account.authority())
                .param("language", account.language().tag())
                .param("zone", account.zone().getId())
                .param("madeAt", Timestamp.from(account.madeAt()))
                .param("system", account.system())
                .update();
        if (added == 0) {
            throw AccessRefusal.ALREADY_HERE.refused();
        }
    }

    /** Mail addresses are compared without regard to case: no provider of note tells them apart, and people type them as they like. */
    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    static String joined(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    static Set<Role> roles(Array column) throws SQLException {
        return Arrays.stream((String[]) column.getArray()).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static @Nullable String iso3(@Nullable StateCode state) {
        return state == null ? null : state.iso3();
    }

    static @Nullable StateCode state(@Nullable String iso3) {
        return iso3 == null ? null : new StateCode(iso3);
    }

    static Account account(ResultSet row, int number) throws SQLException {
        var left = row.getTimestamp("left_at");
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("function"),
                row.getString("email"),
                roles(row.getArray("roles")),
                state(row.getString("state")),
                row.getString("authority"),
                Language.of(row.getString("language")).orElseThrow(),
                ZoneId.of(row.getString("zone")),
                row.getTimestamp("made_at").toInstant(),
                left == null ? null : left.toInstant(),
                row.getBoolean("system"));
    }
}
