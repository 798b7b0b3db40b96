package org.enlace.database;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Gives each application context that Spring's tests make, and cache, a database and a data folder of its own. */
class TestDatabaseForSpring implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return TestContextAnnotationUtils.hasAnnotation(testClass, SpringBootTest.class) ? new Wiring() : null;
    }

    /** All are equal, so that the cache of contexts is keyed by what the tests themselves ask for. */
    private record Wiring() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            context.getEnvironment()
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "test database",
                            Map.of(
                                    "enlace.database.url",
                                    TestDatabase.fresh().owner().url(),
                                    "enlace.database.connections",
                                    "6",
                                    "enlace.database.clock-tolerance",
                                    "36500d", // tests set the clock as they like
                                    "enlace.data",
                                    TestDatabase.freshFolder().toString())));
        }
    }
}
