package org.enlace.ui;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Until when the certificate holds that this server shows, where it ends TLS itself. Files that are renewed in their place are taken over without a restart; where nobody
 * renews them, the operator is told 60, 30, 7 days and one day before, on the console and by {@code /health}.
 */
@Component
@ConditionalOnProperty(ServedCertificate.BUNDLE)
class ServedCertificate implements Vital {

    static final String BUNDLE = "server.ssl.bundle";

    private static final Logger LOG = LoggerFactory.getLogger(ServedCertificate.class);
    private static final List<Integer> DAYS_BEFORE = List.of(1, 7, 30, 60);
    private static final int NOT_YET = Integer.MAX_VALUE;

    private final SslBundles bundles;
    private final String bundle;
    private final Clock clock;
    private int said = NOT_YET;
    private @Nullable Instant known;

    ServedCertificate(SslBundles bundles, Environment environment, Clock clock) {
        this.bundles = bundles;
        this.bundle = environment.getRequiredProperty(BUNDLE);
        this.clock = clock;
        bundles.addBundleUpdateHandler(bundle, _ -> LOG.info("certificate: read anew, {}", look().seen()));
    }

    @Override
    public String name() {
        return "certificate";
    }

    /** Well until it has ended: a watch that takes the server away before that would do what it is to warn of. */
    @Override
    public Finding look() {
        var read = ends();
        var ends = read.orElse(known);
        if (ends == null) {
            return new Finding(false, "there is none that can be read");
        }
        var left = Duration.between(clock.instant(), ends);
        var day = ends.truncatedTo(ChronoUnit.SECONDS);
        var unread = read.isPresent() ? "" : "; the files that are there now cannot be read, it goes on meanwhile";
        if (left.isNegative()) {
            return new Finding(false, "it ended at %s; browsers turn away%s".formatted(day, unread));
        }
        var renew = step(left) == NOT_YET ? "" : "RENEW IT: ";
        return new Finding(true, "%sends at %s, in %d d%s".formatted(renew, day, left.toDays(), unread));
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT1H")
    synchronized void warn() {
        var step = ends().map(ends -> step(Duration.between(clock.instant(), ends)))
                .orElse(0); // what cannot be read is as bad as what has ended
        if (step < said) {
            LOG.warn("certificate: {}", look().seen());
        }
        said = step;
    }

    /** 0 when it has ended. */
    private static int step(Duration left) {
        return left.isNegative()
                ? 0
                : DAYS_BEFORE.stream()
                        .filter(days -> left.compareTo(Duration.ofDays(days)) <= 0)
                        .findFirst()
                        .orElse(NOT_YET);
    }

    /** The server's own: of the others of its chain one may have ended long ago and browsers find another way past it. Nothing where the files are not what they should be; then the server still shows the one before. */
    private synchronized Optional<Instant> ends() {
        try {
            var keys = bundles.getBundle(bundle).getStores().getKeyStore();
            var ends = keys == null ? Optional.<Instant>empty() : ends(keys);
            known = ends.orElse(known);
            return ends;
        } catch (KeyStoreException | IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> ends(KeyStore keys) throws KeyStoreException {
        Optional<Instant> first = Optional.empty();
        for (var alias : Collections.list(keys.aliases())) {
            var ends = keys.getCertificate(alias) instanceof X509Certificate own
                    ? Optional.of(own.getNotAfter().toInstant())
                    : Optional.<Instant>empty();
            first = first.isEmpty() || ends.filter(first.get()::isAfter).isPresent() ? ends : first;
        }
        return first;
    }
}
