package org.enlace.notices;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Whether notices leave this installation at all. Rooms that ask people by mail and count who is silent must not count where nobody was asked. */
@Component
public class MailServer {

    private final ObjectProvider<JavaMailSender> server;

    MailServer(ObjectProvider<JavaMailSender> server) {
        this.server = server;
    }

    public boolean isSetUp() {
        return server.getIfAvailable() != null;
    }
}
