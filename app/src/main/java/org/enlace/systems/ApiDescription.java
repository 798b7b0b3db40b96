package org.enlace.systems;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.enlace.Doors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the API description says of the doors for programs, beyond what their Java tells: what each is for, and of those for case systems that a token opens them and an
 * example of each. The texts are data ({@code doors.json}); a test holds them against the doors and their real answers.
 */
@Configuration
class ApiDescription {

    static final String FILE = "doors.json";
    private static final String TOKEN = "caseSystemToken";

    @Bean
    OpenApiCustomizer doorsForPrograms() {
        var doors = read();
        return api -> describe(api, doors);
    }

    static JsonNode read() {
        try (var file = ApiDescription.class.getResourceAsStream(FILE)) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void describe(OpenAPI api, JsonNode doors) {
        var components = api.getComponents();
        components.addSecuritySchemes(
                TOKEN,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("enlace_…")
                        .description(doors.get("token").asString()));
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    describe(operation, doors.get(method + " " + path));
                    if (path.startsWith(Doors.SYSTEMS)) {
                        guard(operation, method);
                    }
                }));
    }

    private static void describe(Operation operation, @Nullable JsonNode said) {
        if (said == null) {
            return;
        }
        operation.summary(said.get("summary").asString());
        operation.description(said.path("description").asString(""));
        var request = said.get("request");
        if (request != null && operation.getRequestBody() != null) {
            example(operation.getRequestBody().getContent(), request);
        }
        var answer = said.get("answer");
        if (answer != null) {
            operation.getResponses().values().stream()
                    .map(ApiResponse::getContent)
                    .forEach(content -> example(content, answer));
        }
    }

    /** What holds of every door that only a token opens. */
    private static void guard(Operation operation, HttpMethod method) {
        operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
        operation.addTagsItem("case systems");
        operation
                .getResponses()
                .addApiResponse("401", new ApiResponse().description("no token, or one that does not hold"))
                .addApiResponse("404", new ApiResponse().description("not there, or not for this authority to see"))
                .addApiResponse("429", new ApiResponse().description("too many calls; Retry-After says when to go on"));
        if (method != HttpMethod.GET) {
            operation
                    .getResponses()
                    .addApiResponse("403", new ApiResponse().description("the token reads only"))
                    .addApiResponse(
                            "409",
                            new ApiResponse()
                                    .description(
                                            "a rule says no; code and detail of the problem say which. Of acts and sealed files "
                                                    + "the member refusal is the host's signed record of it: keep it as a file, enlace verify judges it"))
                    .addApiResponse(
                            "422", new ApiResponse().description("what was sent does not hold; refusal as with 409"));
        }
    }

    private static void example(@Nullable Content content, JsonNode example) {
        if (content != null) {
            // as plain objects: the description is written by another JSON library than ours
            var plain = JsonMapper.shared().convertValue(example, Object.class);
            content.values().forEach((MediaType media) -> media.setExample(plain));
        }
    }
}
