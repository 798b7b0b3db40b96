package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every door is either on the list of the open ones or closed to whoever is not signed in; and nothing is on the list that is not there. */
@SpringBootTest
@ActiveProfiles("demo")
class DoorsTests {

    /** Served as files, not by a controller. */
    private static final List<String> FILES = List.of("/assets/**", "/favicon.ico");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping doors;

    private MockMvc stranger = MockMvcBuilders.standaloneSetup().build();

    @BeforeEach
    void comeFromTheStreet() {
        stranger = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void closedDoorsStayClosed() throws Exception {
        var open = new ArrayList<String>();
        for (var door : doors.getHandlerMethods().keySet()) {
            for (var pattern : patterns(door)) {
                if (!isListed(pattern)) {
                    var path = pattern.replaceAll("\\{[^}]+}", "x");
                    var status = stranger.perform(MockMvcRequestBuilders.request(method(door), path))
                            .andReturn()
                            .getResponse()
                            .getStatus();
                    if (status != 401 && status != 403 && status != 302 && status != 303) {
                        open.add(pattern + " answers " + status);
                    }
                }
            }
        }
        assertThat(open)
                .as("whoever is not signed in finds these doors open, and they are not listed in Doors")
                .isEmpty();
    }

    @Test
    void everyListedDoorIsThere() {
        var unused = Doors.OPEN.stream()
                .filter(listed -> !FILES.contains(listed))
                .filter(listed -> doors.getHandlerMethods().keySet().stream()
                        .flatMap(door -> patterns(door).stream())
                        .noneMatch(pattern -> matches(listed, pattern)))
                .toList();
        assertThat(unused)
                .as("an entry of Doors that opens nothing today may open something tomorrow")
                .isEmpty();
    }

    private static boolean isListed(String pattern) {
        return Doors.OPEN.stream().anyMatch(listed -> matches(listed, pattern));
    }

    private static boolean matches(String listed, String pattern) {
        var path = org.springframework.http.server.PathContainer.parsePath(pattern.replaceAll("\\{[^}]+}", "x"));
        return new PathPatternParser().parse(listed).matches(path);
    }

    private static List<String> patterns(RequestMappingInfo door) {
        var condition = door.getPathPatternsCondition();
        return condition == null
                ? List.of()
                : condition.getPatterns().stream()
                        .map(PathPattern::getPatternString)
                        .toList();
    }

    private static HttpMethod method(RequestMappingInfo door) {
        return Stream.concat(door.getMethodsCondition().getMethods().stream(), Stream.of(RequestMethod.GET))
                .findFirst()
                .orElseThrow()
                .asHttpMethod();
    }
}
