package org.enlace.ui;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes pages inside the layout and parts bare. The template of an answer bears the record's name and stands beside it in its room. */
@Component
public class AnswerWriter {

    private final TemplateEngine templates;
    private final Moment moment;

    AnswerWriter(TemplateEngine templates, Moment moment) {
        this.templates = templates;
        this.moment = moment;
    }

    /** The whole HTML of a page, for filters and error paths that answer without a controller. */
    public String page(Page page, HttpServletRequest request) {
        var here = moment.of(request);
        var words = Words.of("ui", here.viewer().language());
        Content content = output -> output.writeContent(content(page, here));
        var title = page.title(Words.of(page.getClass(), here.viewer().language()));
        return render(
                "ui/Layout.jte",
                Map.of("page", page, "title", title, "content", content, "here", here, "words", words));
    }

    /** Whether what was written for this request bears a form key: then it is for this visitor alone and must not be kept. */
    public static boolean boreFormKey(HttpServletRequest request) {
        return Moment.boreFormKey(request);
    }

    String part(Part part, HttpServletRequest request) {
        return content(part, moment.of(request));
    }

    private String content(Answer answer, Here here) {
        var type = answer.getClass();
        var words = Words.of(type, here.viewer().language());
        var room = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return render(room + '/' + type.getSimpleName() + ".jte", Map.of("page", answer, "words", words, "here", here));
    }

    private String render(String template, Map<String, Object> parameters) {
        var output = new StringOutput(16_384);
        templates.render(template, parameters, output);
        return output.toString();
    }
}
