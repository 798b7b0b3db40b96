package org.enlace.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.database.TestDatabase;
import org.enlace.forms.TestForms;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.validation.BeanPropertyBindingResult;

class RuleTests {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final StateCode COSTA_RICA = new StateCode("CRI");
    private static final String FORM = "preservation/1";

    private final RuleRows rows = new RuleRows(JdbcClient.create(DATABASE.dataSource()));
    private final Requirements requirements = new Requirements(rows);

    @Test
    void holdsFromItsDayUntilTheStateSaysOtherwise() {
        approve(rule("P-06.name", Rule.Need.BLOCKING, "2026-04-01"), false, "2026-03-10T12:00:00Z");
        approve(rule("P-06.name", Rule.Need.RECOMMENDED, "2026-05-01"), false, "2026-03-11T12:00:00Z");
        approve(rule("P-06.name", Rule.Need.RECOMMENDED, "2026-06-01"), true, "2026-03-12T12:00:00Z");

        assertThat(needOn("2026-03-31")).isEmpty();
        assertThat(needOn("2026-04-30")).containsExactly(Rule.Need.BLOCKING);
        assertThat(needOn("2026-05-31")).containsExactly(Rule.Need.RECOMMENDED);
        assertThat(needOn("2026-06-01")).isEmpty();
        assertThat(requirements.of(new StateCode("PRY"), FORM, LocalDate.parse("2026-04-30")))
                .isEmpty();
    }

    @Test
    void isWrittenDownAndReadBackAlike() {
        var note = Multilingual.of(null, "Adjunte la norma.", null, "Anexe a norma.");
        var whole = new Rule(
                COSTA_RICA,
                FORM,
                "",
                null,
                List.of("es", "en"),
                Rule.Paper.SUPPLEMENTS,
                note,
                LocalDate.parse("2026-04-01"),
                "Nota 7");
        assertThat(RuleValue.read(COSTA_RICA, FORM, "", RuleValue.of(whole), "Nota 7"))
                .isEqualTo(whole);
        approve(whole, false, "2026-03-10T12:00:00Z");
        assertThat(rows.latest(COSTA_RICA, FORM, "")).contains(whole);
        assertThat(whole.note().in(Language.FR).text()).isEqualTo("Adjunte la norma.");
    }

    @Test
    void asksForNothingThatTheFormDoesNotAsk() {
        assertThat(faults("P-99", "blocking")).containsExactly("rule.field.wrong");
        assertThat(faults("P-05", "blocking")).as("derived, not typed").containsExactly("rule.field.wrong");
        assertThat(faults("P-11", "")).containsExactly("rule.need.missing");
        assertThat(faults("P-06.name", "not-accepted")).isEmpty();
    }

    @Test
    void cannotRefuseWhatThePlatformItselfNeeds() {
        assertThat(faults("P-17", "not-accepted")).containsExactly("rule.need.coded");
        assertThat(faults("P-17", "recommended")).containsExactly("rule.need.treaty");
    }

    @Test
    void asksForNoLessThanTheTreaty() {
        assertThat(faults("P-09", "optional")).containsExactly("rule.need.treaty");
        assertThat(faults("P-09", "recommended")).containsExactly("rule.need.treaty");
        assertThat(faults("P-09", "not-accepted")).containsExactly("rule.need.treaty");
        assertThat(faults("P-09", "blocking")).isEmpty();
    }

    @Test
    void asksForNoLessThanOneOfTheTreaties() {
        assertThat(faultsIn("subscriber/1", "M-07", "optional")).containsExactly("rule.need.treaty");
        assertThat(faultsIn("subscriber/1", "M-07", "recommended")).containsExactly("rule.need.treaty");
        assertThat(faultsIn("subscriber/1", "M-07", "blocking")).isEmpty();
    }

    @Test
    void saysSomethingOfTheWholeForm() {
        assertThat(faults("", "")).containsExactly("rule.nothing");
    }

    private List<Rule.Need> needOn(String day) {
        return requirements.of(COSTA_RICA, FORM, LocalDate.parse(day)).stream()
                .filter(rule -> !rule.isOfWholeForm())
                .map(Rule::need)
                .toList();
    }

    private void approve(Rule rule, boolean gone, String at) {
        rows.keep(rule, gone, UUID.randomUUID(), Instant.parse(at));
    }

    private static Rule rule(String field, Rule.Need need, String since) {
        return new Rule(COSTA_RICA, FORM, field, need, List.of(), null, null, LocalDate.parse(since), "Nota 7");
    }

    private static List<String> faults(String field, String need) {
        return faultsIn(FORM, field, need);
    }

    private static List<String> faultsIn(String profile, String field, String need) {
        var form = new RuleForm(field, need, "2026-04-01", "", "", "", "", "", "");
        var problems = new BeanPropertyBindingResult(form, "form");
        form.check(TestForms.all().require(profile), problems);
        return problems.getAllErrors().stream()
                .map(each -> each.getDefaultMessage())
                .toList();
    }
}
