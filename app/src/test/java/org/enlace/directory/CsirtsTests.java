package org.enlace.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.enlace.StateCode;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The incident response teams of the Americas, as public sources have them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class CsirtsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Authorities authorities;

    @Autowired
    private Csirts csirts;

    @Test
    void everyTeamIsAnAuthorityOnce() {
        var teams = csirts.byAuthority();
        assertThat(teams).hasSize(30);
        var listed = authorities.listed().stream()
                .filter(authority -> teams.containsKey(authority.id()))
                .toList();

        assertThat(listed).hasSize(30).allMatch(authority -> authority.kind() == Authority.Kind.CSIRT);
        assertThat(listed.stream().collect(Collectors.groupingBy(Authority::state, Collectors.counting())))
                .as("Brazil and Colombia have two each")
                .containsEntry(new StateCode("BRA"), 2L)
                .containsEntry(new StateCode("COL"), 2L)
                .hasSize(28);
        assertThat(authorities.find("cri-csirt").orElseThrow().originalName())
                .isEqualTo("Centro de Respuesta de Incidentes de Seguridad Informática");
    }

    @Test
    void theEntrySaysHowToWriteToTheTeamAndWhoSaysSo() {
        var page = as(Cast.OBSERVER)
                .page("/authorities/bra-ctirgov?lang=en")
                .require(200)
                .text();

        assertThat(page)
                .contains(
                        "2BBE CB49 EC3A D4FE 5C4D 9FF9 BD0F 2FF0 221B FF78",
                        "https://www.gov.br/ctir/pt-br/assuntos/rfc-2350",
                        "federal public administration of Brazil",
                        "national team",
                        "no State has confirmed this here");
    }

    @Test
    void whatIsOnlyPlannedIsMarkedWhereverItShows() {
        var reader = as(Cast.OBSERVER);
        for (var path : new String[] {
            "/authorities/lca-planned?lang=en",
            "/states/LCA/authorities?lang=en",
            "/directory?state=LCA&lang=en",
            "/ask?from=CRI&to=LCA&measure=csirt-incident&lang=en"
        }) {
            assertThat(reader.page(path).require(200).text()).as(path).contains("planned</span>");
        }
        assertThat(reader.page("/authorities/bra-certbr?lang=en").text()).doesNotContain("planned</span>");
    }

    @Test
    void isFoundByTheNameOthersKnowItBy() {
        assertThat(as(Cast.OBSERVER).page("/search?q=EcuCERT&lang=en").text()).contains("/authorities/ecu-ecucert");
        assertThat(as(Cast.OBSERVER).page("/search?q=CSIRT-CR&lang=en").text()).contains("/authorities/cri-csirt");
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
