package org.enlace.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.forms.Form.Choice;
import org.enlace.ui.Words;

/**
 * Choices of a long list that rest on the same article of the same treaty. A list of forty-eight grounds is read by nobody; an officer knows the article, or finds
 * it under the treaty.
 *
 * @param title the treaty and, where several of its choices rest on one, the article
 */
record ChoiceGroup(String title, List<Choice> choices) {

    /** More than this many that rest on articles are too many for a drop-down list; in one of names, such as states, everybody finds what they know. */
    private static final int LONG = 15;

    /** What the codes of lists begin with, before the article: {@code untoc18.no_dual_criminality}, {@code bud.8}. */
    private static final Pattern SOURCE = Pattern.compile("a55|bud2p|[a-z]+");

    /** Fewer are seen at a glance, one below the other. So are those that each depend on circumstances: of them few are offered at a time. */
    private static final int GLANCE = 6;

    static boolean isDropDown(List<Choice> choices) {
        return choices.size() > GLANCE
                && !isLong(choices)
                && choices.stream().anyMatch(choice -> choice.when() == null);
    }

    static boolean isLong(List<Choice> choices) {
        return choices.size() > LONG && choices.stream().anyMatch(choice -> choice.article() != null);
    }

    static List<ChoiceGroup> of(List<Choice> choices, Language language) {
        var words = Words.of(ChoiceGroup.class, language);
        var alike = choices.stream().collect(Collectors.groupingBy(ChoiceGroup::basis, Collectors.counting()));
        Function<Choice, Basis> group = choice -> {
            var basis = basis(choice);
            return basis.article().isEmpty() || alike.getOrDefault(basis, 0L) > 1
                    ? basis
                    : new Basis(basis.source(), "");
        };
        Map<Basis, List<Choice>> groups =
                choices.stream().collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(each -> new ChoiceGroup(title(each.getKey(), groups, words), each.getValue()))
                .toList();
    }

    private static String title(Basis basis, Map<Basis, List<Choice>> groups, Words words) {
        var treaty = words.say("source." + basis.source());
        if (!basis.article().isEmpty()) {
            return words.say("source.article", treaty, basis.article());
        }
        var others =
                groups.keySet().stream().anyMatch(each -> each.source().equals(basis.source()) && !each.equals(basis));
        return others ? words.say("source.others", treaty) : treaty;
    }

    private static Basis basis(Choice choice) {
        var source = SOURCE.matcher(choice.code());
        var article = choice.article();
        return new Basis(
                source.lookingAt() ? source.group() : choice.code(),
                article == null ? "" : article.replaceFirst("\\(.*", ""));
    }

    /** @param article its number without paragraph and letter; empty where there is none */
    private record Basis(String source, String article) {}
}
