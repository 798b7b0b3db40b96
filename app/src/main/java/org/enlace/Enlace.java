package org.enlace;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The application. The launcher hands over its arguments; {@link Command} says what they mean. */
@SpringBootApplication
@EnableScheduling
public class Enlace {

    public static void main(String[] args) {
        var command = Command.read(args);
        var application = new SpringApplication(Enlace.class);
        application.setAdditionalProfiles(command.profiles());
        var context = application.run(command.arguments());
        if (command.endsByItself()) {
            context.close();
        }
    }
}
