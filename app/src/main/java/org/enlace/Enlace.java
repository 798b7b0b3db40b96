package org.enlace;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The application. The launcher hands over its arguments; {@link Command} says what they mean. Beans go by their full names: two rooms may each have their own
 * class of the same word.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
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
