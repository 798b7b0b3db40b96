package org.enlace.ui;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the operator's watch: 200 when all vitals are well, else 503, with what each saw. */
@RestController
class HealthController {

    /** A database that stands still keeps whoever asks it waiting much longer than the watch may wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Vital> vitals;

    HealthController(List<Vital> vitals) {
        this.vitals = vitals;
    }

    @GetMapping("/health")
    ResponseEntity<Map<String, Vital.Finding>> health() {
        var looking = new TreeMap<String, CompletableFuture<Vital.Finding>>();
        vitals.forEach(vital -> looking.put(vital.name(), look(vital)));
        var findings = new TreeMap<String, Vital.Finding>();
        looking.forEach((name, finding) -> findings.put(name, finding.join()));
        var well = findings.values().stream().allMatch(Vital.Finding::well);
        return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(findings);
    }

    private static CompletableFuture<Vital.Finding> look(Vital vital) {
        return CompletableFuture.supplyAsync(vital::look, Thread::startVirtualThread)
                .completeOnTimeout(
                        new Vital.Finding(false, "no answer within %d s".formatted(PATIENCE.toSeconds())),
                        PATIENCE.toSeconds(),
                        TimeUnit.SECONDS);
    }
}
