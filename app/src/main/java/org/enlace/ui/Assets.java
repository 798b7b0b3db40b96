package org.enlace.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The browser modules and styles as the build made them: names with the hash of their content, so that they can be kept for ever, and the integrity value that
 * makes a browser refuse any other bytes.
 */
@Component
public class Assets {

    private static final String MANIFEST = "static/assets/manifest.json";

    private final JsonNode manifest;

    Assets(JsonMapper json) {
        try (var stream = new ClassPathResource(MANIFEST).getInputStream()) {
            this.manifest = json.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("the browser modules were not built: " + MANIFEST + " is missing", e);
        }
    }

    /** The address of a built file by its logical name, such as {@code enlace.js}. */
    public String path(String name) {
        return "/assets/" + entry(name).path("file").asString();
    }

    /** The value of the {@code integrity} attribute for a built file. */
    public String integrity(String name) {
        return entry(name).path("integrity").asString();
    }

    /** Logical names and integrity values of all built files, in the order of their names: what the custody log records of them. */
    public Map<String, String> integrities() {
        var all = new java.util.TreeMap<String, String>();
        manifest.properties()
                .forEach(entry -> all.put(
                        entry.getKey(), entry.getValue().path("integrity").asString()));
        return all;
    }

    private JsonNode entry(String name) {
        var entry = manifest.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("not a built file: " + name);
        }
        return entry;
    }
}
