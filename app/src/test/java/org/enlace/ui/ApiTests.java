package org.enlace.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of what programs can ask. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApiTests {

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping doors;

    @Test
    void describesEveryDoorForPrograms() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/openapi"))
                                .header("Accept", "application/json")
                                .build(),
                        BodyHandlers.ofString());
        var described = JsonMapper.shared().readTree(answer.body());
        var there = doors.getHandlerMethods().keySet().stream()
                .flatMap(door -> door.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/v1/") || pattern.equals("/forms/{slug}.json"))
                .filter(pattern -> !pattern.startsWith("/api/v1/openapi"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(described.get("paths").propertyNames()).containsExactlyElementsOf(there);
        assertThat(described.at("/paths/~1api~1v1~1channels/get/parameters").valueStream())
                .extracting(parameter -> parameter.get("name").asString())
                .contains("from", "to", "measure", "on")
                .doesNotContain("viewer");
        assertThat(described.get("paths").valueStream().flatMap(JsonNode::valueStream))
                .as("what each is for")
                .allSatisfy(operation ->
                        assertThat(operation.path("summary").asString("")).isNotEmpty());
        assertThat(described.at("/components/schemas").propertyNames()).doesNotContain("Viewer");
    }
}
