package org.enlace.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.enlace.access.Tries.Limit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Counts tries before they are made: for the account named (whether or not it exists), for the network address, and for everybody together. To be called outside
 * of any transaction, so that nothing that fails later can take the counting back.
 */
@Component
public class Doorkeeper {

    private static final String EVERYBODY = "";

    private final Tries tries;

    Doorkeeper(Tries tries) {
        this.tries = tries;
    }

    /**
     * Somebody tries to sign in.
     *
     * @param named what the try is about: a mail address, or null where the try names nobody
     * @throws org.enlace.Refused when this is too often; the answer then says after how many seconds to come again
     */
    public void signIn(@Nullable String named, HttpServletRequest request, HttpServletResponse response) {
        admit(
                List.of(Limit.SIGN_IN_BY_ANYBODY, Limit.SIGN_IN_BY_ADDRESS, Limit.SIGN_IN_BY_ACCOUNT),
                named,
                request,
                response);
    }

    /** Somebody asks to recover access; otherwise as {@link #signIn}. */
    public void recovery(@Nullable String named, HttpServletRequest request, HttpServletResponse response) {
        admit(
                List.of(Limit.RECOVERY_BY_ANYBODY, Limit.RECOVERY_BY_ADDRESS, Limit.RECOVERY_BY_ACCOUNT),
                named,
                request,
                response);
    }

    /** An officer asks for a call-back code or types one; otherwise as {@link #signIn}. */
    public void call(UUID account, HttpServletRequest request, HttpServletResponse response) {
        admit(
                List.of(Limit.CALL_BY_ANYBODY, Limit.CALL_BY_ADDRESS, Limit.CALL_BY_ACCOUNT),
                account.toString(),
                request,
                response);
    }

    /**
     * A case system asks for something: about ten times a second, in bursts of six hundred.
     *
     * @throws org.enlace.Refused when it asks faster; the answer then says after how many seconds to go on
     */
    void program(UUID token, HttpServletResponse response) {
        slow(Limit.PROGRAM_BY_TOKEN, token.toString(), response);
    }

    /** A token that does not let in; nobody can guess one, but somebody may try to keep the database busy with it. */
    void wrongToken(HttpServletRequest request, HttpServletResponse response) {
        slow(Limit.TOKEN_BY_ADDRESS, network(request.getRemoteAddr()), response);
    }

    private void slow(Limit limit, String subject, HttpServletResponse response) {
        var pause = tries.count(limit, subject);
        if (!pause.isZero()) {
            var seconds = Math.max(1, pause.toSeconds());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            throw AccessRefusal.TOO_FAST.refused(seconds);
        }
    }

    private void admit(
            List<Limit> limits, @Nullable String named, HttpServletRequest request, HttpServletResponse response) {
        var subjects = Arrays.asList(
                EVERYBODY, network(request.getRemoteAddr()), named == null ? null : Accounts.normal(named));
        for (int at = 0; at < limits.size(); at++) {
            var subject = subjects.get(at);
            var pause = subject == null ? Duration.ZERO : tries.count(limits.get(at), subject);
            if (!pause.isZero()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, pause.toSeconds())));
                throw AccessRefusal.TOO_MANY_TRIES.refused(Math.max(1, pause.toMinutes()));
            }
        }
    }

    /** An IPv4 address is one subscriber; of IPv6 a subscriber has 64 bits to vary, so the first 64 count. */
    static String network(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, 8)
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
