package org.enlace.offline;

import org.enlace.Viewer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The kit of whoever looks: to be kept on a stick before the night in which it is needed. */
@RestController
class KitController {

    private final Kits kits;

    KitController(Kits kits) {
        this.kits = kits;
    }

    @GetMapping("/account/kit")
    ResponseEntity<byte[]> kit(Viewer viewer) {
        var kit = kits.of(viewer);
        var name = "enlace-kit-" + kit.made().toString().substring(0, 10) + ".json";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(kit.bytes());
    }
}
