package org.enlace.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.enlace.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What is said to an address that the server cannot even read ({@code /%00}): it never reaches a controller, so nobody knows in which language; all four stand there.
 * Without this the server says it in English and names itself.
 */
@Component
class UnreadableAddress implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Report.class.getName());
            }
        });
    }

    /** Made by the server, by its name. */
    public static final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable problem) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType("text/html");
                response.setCharacterEncoding(StandardCharsets.UTF_8);
                var writer = response.getReporter();
                if (writer != null) {
                    writer.write(page());
                    response.finishResponse();
                }
            } catch (IOException gone) {
                // Whoever asked is no longer there.
            }
        }

        private static String page() {
            return Arrays.stream(Language.values())
                    .map(language -> "<p lang=\"" + language.tag() + "\">"
                            + Words.of(UnreadableAddress.class, language).say("unreadable-address") + "</p>")
                    .collect(Collectors.joining(
                            "\n",
                            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Enlace</title></head><body><main><h1>Enlace</h1>\n",
                            "\n<p><a href=\"/\">Enlace</a></p></main></body></html>\n"));
        }
    }
}
