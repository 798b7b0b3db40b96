package org.enlace.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.PGConnection;
import org.postgresql.core.Utils;

/**
 * The role that the application connects as, beside the owner: it may do only what migrations granted. Its password
 * follows from the owner's, so that an installation has one secret for its database, and several processes agree.
 */
record ApplicationRole(Address owner) {

    String name() {
        return owner.user() + "_app";
    }

    Address address() {
        return owner.as(name(), password());
    }

    /** Sees to it that the role can sign in. Changes nothing where it already can. */
    void ensure(Connection asOwner) throws SQLException {
        if (signsIn()) return;
        try {
            if (!exists(asOwner)) create(asOwner);
            // The driver sends the SCRAM verifier: the password itself appears in no statement and no log.
            asOwner.unwrap(PGConnection.class)
                    .alterUserPassword(name(), password().toCharArray(), "scram-sha-256");
        } catch (SQLException refused) {
            if (!"42501".equals(refused.getSQLState())) throw refused;
            throw new CannotStart(
                    "The database user \"" + owner.user() + "\" may not create the role \"" + name()
                            + "\" that Enlace works with. As an administrator of the database, run: ALTER ROLE "
                            + quoted(owner.user()) + " CREATEROLE",
                    refused);
        }
        if (!signsIn()) {
            throw new CannotStart("The database does not let the role \"" + name() + "\" in. Allow it to connect to \""
                    + owner.name() + "\" (CONNECT privilege, pg_hba.conf).");
        }
    }

    private boolean signsIn() throws SQLException {
        try (var connection = address().connect()) {
            return true;
        } catch (SQLException refused) {
            var state = String.valueOf(refused.getSQLState());
            if (state.startsWith("28") || state.equals("42501")) return false;
            throw refused;
        }
    }

    private boolean exists(Connection asOwner) throws SQLException {
        try (var query = asOwner.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            query.setString(1, name());
            return query.executeQuery().next();
        }
    }

    private void create(Connection asOwner) throws SQLException {
        try (var statement = asOwner.createStatement()) {
            statement.execute("CREATE ROLE " + quoted(name()) + " LOGIN");
        }
    }

    private String password() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(owner.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var code = mac.doFinal("enlace application role".getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String quoted(String identifier) {
        try {
            return Utils.escapeIdentifier(null, identifier).toString();
        } catch (SQLException zeroByte) {
            throw new CannotStart("The database user's name cannot be used.", zeroByte);
        }
    }
}
