package org.enlace.offline;

import java.util.List;

/** Says everything that stands in the way, and stops. */
final class Refusing {

    private Refusing() {}

    static void unlessFit(Terminal terminal, List<Examination.Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        var language = terminal.words().language();
        findings.forEach(finding -> terminal.print(
                "- " + finding.path() + "  " + finding.label().in(language).text() + ": "
                        + finding.says().in(language).text()));
        throw new Trouble("answers.wanting", findings.size());
    }
}
