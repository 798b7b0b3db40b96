package org.enlace;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.enlace.ui.Answer;
import org.enlace.ui.Page;
import org.enlace.ui.Part;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The rules of the house, each with its reason. Where a rule makes code worse, change the rule in a decision record. */
class HouseTests {

    private static final Path MAIN = Path.of("src/main/java/org/enlace");
    private static final ApplicationModules ROOMS = ApplicationModules.of(Enlace.class);
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.enlace");

    @Test
    void roomsKeepApart() {
        ROOMS.verify();
    }

    @Test
    void theDiagramOfTheRoomsIsDrawn() {
        new Documenter(ROOMS, Documenter.Options.defaults().withOutputFolder("target/house")).writeModulesAsPlantUml();
        assertThat(Path.of("target/house")).isNotEmptyDirectory();
    }

    @Test
    void theHousesTableSaysWhatEachRoomMayKnow() throws IOException {
        var rows = Pattern.compile("^\\| `([a-z]+)` \\|.*\\| ([^|]+) \\|$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("../docs/house.md")));
        var above = new ArrayList<String>();
        while (rows.find()) {
            var room = rows.group(1);
            var declared = declared(room);
            assertThat(above).as("knowledge of %s points up the table", room).containsAll(declared);
            if (!rows.group(2).equals("the rooms above")) {
                assertThat(named(rows.group(2), '`'))
                        .as("what docs/house.md says that %s may know", room)
                        .isEqualTo(declared);
            }
            above.add(room);
        }
        assertThat(above)
                .containsExactlyInAnyOrderElementsOf(rooms().stream()
                        .map(room -> room.getFileName().toString())
                        .toList());
    }

    @Test
    void theHallStaysSmall() throws IOException {
        try (var files = Files.list(MAIN)) {
            var hall = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
            assertThat(hall)
                    .as("the hall holds only what every room must agree on; an eleventh type belongs to a room")
                    .hasSizeLessThanOrEqualTo(10);
        }
        noClasses()
                .that()
                .resideInAPackage("org.enlace")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.enlace.*..")
                .because("the hall knows no room")
                .check(HOUSE);
    }

    @Test
    void noLayerNames() {
        noClasses()
                .that()
                .resideInAPackage("org.enlace..")
                .should()
                .haveNameMatching(
                        ".*(Service|Impl|Manager|Helper|Utils?|Dto|Mapper|Repository|Base)(Generated)?$|.*\\.Abstract[A-Z].*")
                .because("such a name says that nobody found the noun")
                .check(HOUSE);
    }

    @Test
    void everyRoomIntroducesItself() throws IOException {
        for (var room : rooms()) {
            assertThat(room.resolve("package-info.java"))
                    .as("whoever opens %s first reads what the room is for and its words", room)
                    .content()
                    .contains("/**", "@NullMarked", "@ApplicationModule");
        }
    }

    @Test
    void roomsHaveNoSubfolders() throws IOException {
        for (var room : rooms()) {
            try (var inside = Files.list(room)) {
                assertThat(inside.filter(Files::isDirectory).filter(folder -> !folder.endsWith("forms/parts")))
                        .as(
                                "one folder a room; over thirty files, ask whether it is two rooms; what forms share is data")
                        .isEmpty();
            }
        }
    }

    @Test
    void everyPageHasItsTemplate() {
        classes()
                .that()
                .areAssignableTo(Answer.class)
                .and()
                .areRecords()
                .and()
                .areTopLevelClasses()
                .should(new HasItsTemplate())
                .because("a page and its template are a pair, side by side")
                .check(HOUSE);
    }

    @Test
    void nobodyReadsTheClockDirectly() {
        noClasses()
                .that()
                .resideInAPackage("org.enlace..")
                .and()
                .resideOutsideOfPackage("org.enlace.ledger..")
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("now"))
                        .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                        JavaClass.Predicates.resideInAPackage("java.time"))))
                        .and(new NoArguments()))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a test must be able to say what time it is")
                .check(HOUSE);
    }

    @Test
    void theLedgerStandsAlone() {
        classes()
                .that()
                .resideInAPackage("org.enlace.ledger..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.crypto..", "org.enlace.ledger..", "org.jspecify..")
                .because("any state must be able to check an evidence package with nothing but a JDK")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.enlace.ledger"));
    }

    @Test
    void everyWordInFourLanguages() throws IOException {
        var problems = new ArrayList<String>();
        for (var room : rooms()) {
            var words = new Dictionary(room);
            problems.addAll(words.gaps());
        }
        assertThat(problems)
                .as("a sentence exists in four languages with the same places, or it does not exist")
                .isEmpty();
    }

    @Test
    void noWordIsGivenTwice() throws IOException {
        var twice = new ArrayList<String>();
        for (var room : rooms()) {
            for (var suffix : List.of("", "_es", "_fr", "_pt")) {
                var file = room.resolve("messages" + suffix + ".properties");
                if (Files.exists(file)) {
                    var seen = new TreeSet<String>();
                    Files.readAllLines(file).stream()
                            .filter(line -> line.matches("[\\w.()-]+=.*"))
                            .map(line -> line.substring(0, line.indexOf('=')))
                            .filter(key -> !seen.add(key))
                            .forEach(key -> twice.add(room.getFileName() + suffix + ": " + key));
                }
            }
        }
        assertThat(twice).as("the second silently goes before the first").isEmpty();
    }

    @Test
    void definitionsOfFormsAreSetLikePrint() throws IOException {
        var straight = new ArrayList<String>();
        try (var files = Files.walk(MAIN.resolve("forms"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.strip().matches("\"(en|es|fr|pt)\": \".*'.*"))
                        .forEach(line -> straight.add(file.getFileName() + ": " + line.strip()));
            }
        }
        assertThat(straight).as("an apostrophe that is none").isEmpty();
    }

    @Test
    void everyWordUsedExists() throws IOException {
        var shared = new Dictionary(MAIN.resolve("ui")).keys();
        var problems = new ArrayList<String>();
        for (var room : rooms()) {
            var known = new TreeSet<>(new Dictionary(room).keys());
            known.addAll(shared);
            for (var use : literalUses(room)) {
                if (!known.contains(use)) {
                    problems.add(room.getFileName() + ": " + use);
                }
            }
        }
        assertThat(problems).as("a page must not show the key of a sentence").isEmpty();
    }

    private static List<String> literalUses(Path room) throws IOException {
        var said = Pattern.compile("words\\.say\\(\\s*\"([^\"]+)\"\\s*[,)]");
        var uses = new ArrayList<String>();
        try (var files = Files.list(room)) {
            for (var file : files.filter(file -> file.toString().matches(".*\\.(jte|java)"))
                    .toList()) {
                said.matcher(Files.readString(file)).results().forEach(match -> uses.add(match.group(1)));
            }
        }
        return uses;
    }

    /** The rooms that a room's own introduction lets it know; the ledger is a module, not a room. */
    private static Set<String> declared(String room) throws IOException {
        var introduction = Files.readString(MAIN.resolve(room).resolve("package-info.java"));
        var list =
                Pattern.compile("allowedDependencies = (\\{[^}]*}|\"[a-z]+\")").matcher(introduction);
        var names = list.find() ? named(list.group(1), '"') : new TreeSet<String>();
        names.remove("ledger");
        return names;
    }

    private static TreeSet<String> named(String text, char quote) {
        return Pattern.compile(quote + "([a-z]+)" + quote)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> rooms() throws IOException {
        try (var folders = Files.list(MAIN)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** The words of one room in four languages, as the files have them. */
    private static final class Dictionary {

        private static final List<String> SUFFIXES = List.of("", "_es", "_fr", "_pt");
        private static final Pattern PLACE = Pattern.compile("\\{(\\w+)");

        private final Path room;
        private final TreeMap<String, java.util.Properties> files = new TreeMap<>();

        Dictionary(Path room) throws IOException {
            this.room = room;
            for (var suffix : SUFFIXES) {
                var words = new java.util.Properties();
                var file = room.resolve("messages" + suffix + ".properties");
                if (Files.exists(file)) {
                    try (var reader = Files.newBufferedReader(file)) {
                        words.load(reader);
                    }
                }
                files.put(suffix, words);
            }
        }

        Set<String> keys() {
            var keys = new TreeSet<String>();
            files.values().forEach(words -> keys.addAll(words.stringPropertyNames()));
            return keys;
        }

        List<String> gaps() {
            var gaps = new ArrayList<String>();
            for (var key : keys()) {
                var places = places(text("", key));
                for (var suffix : SUFFIXES) {
                    var text = text(suffix, key);
                    if (text.isBlank()) {
                        gaps.add(room.getFileName() + suffix + ": " + key + " is missing");
                    } else if (!places(text).equals(places)) {
                        gaps.add(room.getFileName() + suffix + ": " + key + " has other places than the English");
                    }
                }
            }
            return gaps;
        }

        private String text(String suffix, String key) {
            var words = files.get(suffix);
            return words == null ? "" : words.getProperty(key, "");
        }

        private static Set<String> places(String text) {
            var places = new TreeSet<String>();
            PLACE.matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .filter(place -> place.matches("\\d+"))
                    .forEach(places::add);
            return places;
        }
    }

    private static final class HasItsTemplate extends com.tngtech.archunit.lang.ArchCondition<JavaClass> {

        HasItsTemplate() {
            super("have a template of the same name beside them");
        }

        @Override
        public void check(JavaClass page, com.tngtech.archunit.lang.ConditionEvents events) {
            if (!page.isAssignableTo(Page.class) && !page.isAssignableTo(Part.class)) {
                return;
            }
            var room = page.getPackageName().substring("org.enlace.".length());
            var template = MAIN.resolve(room).resolve(page.getSimpleName() + ".jte");
            events.add(new com.tngtech.archunit.lang.SimpleConditionEvent(
                    page, Files.exists(template), page.getName() + " needs " + template));
        }
    }

    private static final class NoArguments
            extends com.tngtech.archunit.base.DescribedPredicate<com.tngtech.archunit.core.domain.JavaCall<?>> {

        NoArguments() {
            super("without a clock");
        }

        @Override
        public boolean test(com.tngtech.archunit.core.domain.JavaCall<?> call) {
            return call.getTarget().getRawParameterTypes().isEmpty();
        }
    }
}
