package org.enlace.ui;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the operator's watch: 200 when all vitals are well, else 503, with what each saw. */
@RestController
class HealthController {

    private final List<Vital> vitals;

    HealthController(List<Vital> vitals) {
        this.vitals = vitals;
    }

    @GetMapping("/health")
    ResponseEntity<Map<String, Vital.Finding>> health() {
        var findings = new TreeMap<String, Vital.Finding>();
        vitals.forEach(vital -> findings.put(vital.name(), vital.look()));
        var well = findings.values().stream().allMatch(Vital.Finding::well);
        return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(findings);
    }
}
