package org.enlace.ui;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.enlace.Viewer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What programs can ask, described at {@code /api/v1/openapi} from the doors themselves: what is not there is not described, and the other way round. */
@Configuration
class ApiSetup {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
    }

    @Bean
    static OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Enlace")
                        .version("1")
                        .description(
                                "Members are added to answers within version 1, never renamed or taken away. "
                                        + "Days are ISO 8601 (2026-03-14), states three letters of ISO 3166-1, languages en, es, fr, pt (?lang= or Accept-Language).")
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/")));
    }
}
