package org.enlace.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.CacheControl;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration
@EnableConfigurationProperties(UiSettings.class)
class UiSetup implements WebMvcConfigurer {

    /** More than there are; one that does not run costs nothing. */
    private static final int ROUNDS = 64;

    private final ViewerResolver viewers;
    private final AnswerRenderer answers;

    UiSetup(ViewerResolver viewers, @Lazy AnswerRenderer answers) {
        this.viewers = viewers;
        this.answers = answers;
    }

    @Bean
    static TemplateEngine templates() {
        var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.enlace");
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * Every round of every room in a thread of its own. The framework's scheduler for virtual threads runs all that repeats after a pause in a single one, where a mail
     * server that does not answer would hold up receipts, reminders and the look at the clocks.
     */
    @Bean
    static ThreadPoolTaskScheduler rounds() {
        var rounds = new ThreadPoolTaskScheduler();
        rounds.setVirtualThreads(true);
        rounds.setPoolSize(ROUNDS);
        return rounds;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(viewers);
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(answers);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
