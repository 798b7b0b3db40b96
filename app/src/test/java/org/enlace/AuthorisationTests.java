package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * {@code docs/authorisation.csv} says for each route and each kind of person what happens: this test goes through every cell over HTTP, and a route without a row
 * fails it. The table as it was found is written to {@code target/authorisation.csv}, so that a changed rule is read there before it is agreed to.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "enlace.test=authorisation")
@ActiveProfiles("demo")
class AuthorisationTests {

    private static final Path TABLE = Path.of("../docs/authorisation.csv");
    private static final Path FOUND = Path.of("target/authorisation.csv");

    private static final String JSON = "application/json";
    private static final String BYTES = "application/octet-stream";

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @Test
    void everyRouteHasARow() throws IOException {
        var rows = rows().stream().map(Row::door).collect(Collectors.toCollection(TreeSet::new));
        var there = routes.getHandlerMethods().keySet().stream()
                .flatMap(AuthorisationTests::doors)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows)
                .as("routes and rows of docs/authorisation.csv: whoever adds a route says who may use it")
                .isEqualTo(there);
    }

    @Test
    void everybodyFindsWhatTheTableSays() throws IOException {
        var base = "http://localhost:" + port;
        var people = new EnumMap<Person, OfficerSession>(Person.class);
        var stage = new Stage(base);
        var found = new ArrayList<Row>();
        for (var row : rows()) {
            var cells = new EnumMap<Person, String>(Person.class);
            for (var person : row.lastThoseWhoMay()) {
                var session = people.computeIfAbsent(person, who -> who.come(base));
                cells.put(person, verdict(row.ask(session, stage)));
                if (row.endsSessions()) {
                    people.remove(person);
                }
            }
            found.add(row.with(cells));
        }
        Files.createDirectories(FOUND.getParent());
        Files.write(
                FOUND,
                Stream.concat(Stream.of(Row.HEADER), found.stream().map(Row::line))
                        .toList());
        assertThat(found.stream().map(Row::line).collect(Collectors.joining("\n")))
                .isEqualTo(rows().stream().map(Row::line).collect(Collectors.joining("\n")));
    }

    private static List<Row> rows() throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(TABLE)) {
            return reader.stream().map(Row::read).toList();
        }
    }

    /** {@code yes}: let in, whatever is then said of the form; {@code no}: as if it were not there; {@code sign-in}: asked who they are. */
    private static String verdict(Reply reply) {
        var status = reply.status();
        if (status == 401
                || (status == 303 || status == 302) && reply.location().startsWith("/sign-in")) {
            return "sign-in";
        }
        if (status == 403 || status == 404) {
            return "no";
        }
        return status < 500 ? "yes" : "broken " + status;
    }

    private static Stream<String> doors(RequestMappingInfo door) {
        var condition = door.getPathPatternsCondition();
        if (condition == null) {
            return Stream.of();
        }
        var methods = door.getMethodsCondition().getMethods();
        return condition.getPatterns().stream()
                .map(PathPattern::getPatternString)
                .flatMap(pattern -> (methods.isEmpty() ? Stream.of(RequestMethod.GET) : methods.stream())
                        .map(method -> method.name() + ' ' + pattern));
    }

    /** Who comes. The things that rows speak of are Paraguay's, unless the row says whose. */
    private enum Person {
        VISITOR(null),
        OBSERVER(Cast.OBSERVER),
        OUTSIDER(Cast.BRAZIL_DUTY),
        COUNTERPART(Cast.COSTA_RICA_DUTY),
        SECRETARIAT(Cast.SECRETARIAT),
        COORDINATOR(Cast.PARAGUAY_COORDINATOR),
        OFFICER(Cast.PARAGUAY_DUTY);

        private final Cast member;

        Person(Cast member) {
            this.member = member;
        }

        OfficerSession come(String base) {
            return member == null ? OfficerSession.visitor(base) : OfficerSession.signIn(base, member);
        }

        String column() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One line of the table.
     *
     * @param whose what the address below leads to
     * @param path an address of the route; {@code <…>} is put on the stage first
     * @param sent the fields of a form, {@code {}} for JSON, or nothing
     */
    private record Row(String method, String route, String whose, String path, String sent, Map<Person, String> cells) {

        static final String HEADER = "method,route,whose,path,sent,"
                + Stream.of(Person.values()).map(Person::column).collect(Collectors.joining(","));

        static Row read(NamedCsvRecord line) {
            var cells = new EnumMap<Person, String>(Person.class);
            for (var person : Person.values()) {
                cells.put(person, line.getField(person.column()));
            }
            return new Row(
                    line.getField("method"),
                    line.getField("route"),
                    line.getField("whose"),
                    line.getField("path"),
                    line.getField("sent"),
                    cells);
        }

        String door() {
            return method + ' ' + route;
        }

        Row with(Map<Person, String> found) {
            return new Row(method, route, whose, path, sent, found);
        }

        /** Whoever may do it does it after all who may not, so that what is done cannot be why others find nothing. */
        List<Person> lastThoseWhoMay() {
            return Stream.of(Person.values())
                    .sorted(Comparator.comparing(person -> cells.get(person).equals("yes")))
                    .toList();
        }

        boolean endsSessions() {
            return method.equals("POST")
                    && (route.startsWith("/sign-") || route.startsWith("/account/") || route.startsWith("/demo/"));
        }

        Reply ask(OfficerSession session, Stage stage) {
            var fresh = !method.equals("GET");
            var address = stage.fill(path.isEmpty() ? route : path, fresh);
            if (method.equals("GET")) {
                return session.page(address);
            }
            var body = stage.fill(sent, fresh);
            return body.startsWith("{") || !method.equals("POST")
                    ? session.send(
                            method, address, body.startsWith("{") ? JSON : BYTES, body.getBytes(StandardCharsets.UTF_8))
                    : session.form(address, fields(body));
        }

        private static Map<String, String> fields(String sent) {
            return sent.isEmpty()
                    ? Map.of()
                    : Stream.of(sent.split("&"))
                            .map(pair -> pair.split("=", 2))
                            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        }

        String line() {
            return Stream.concat(
                            Stream.of(method, route, whose, path, sent),
                            Stream.of(Person.values()).map(cells::get))
                    .map(cell -> cell.matches("[^,\"]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(","));
        }
    }
}
