package org.enlace.updates;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** What a mail leads to. */
record MailPage(UUID token, LocalDate since, List<Topic> topics, Updates updates, List<Update> found) implements Page {

    @Override
    public String title(Words words) {
        return words.say("mail.title");
    }

    String names(Words words) {
        return topics.stream()
                .map(topic -> updates.name(topic, words.language()))
                .collect(Collectors.joining("; "));
    }
}
