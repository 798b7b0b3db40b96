package org.enlace.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.enlace.Doors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Closed by default; {@link Doors} lists what is open. Sessions, sign-in and sign-out are our own; the framework guards the doors and writes the headers. */
@Configuration
class SecurityRules {

    /** Scripts and styles only from here, by file; nothing else may load, frame or receive. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String PERMISSIONS_POLICY = "accelerometer=(), camera=(), display-capture=(), geolocation=(),"
            + " gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(),"
            + " publickey-credentials-create=(self), publickey-credentials-get=(self)";

    @Bean
    SecurityFilterChain rules(
            HttpSecurity http, Sessions sessions, SessionCookie cookie, FormKeys formKeys, SignInFirst signInFirst)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(Doors.OPEN.toArray(String[]::new))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(
                        new SessionFilter(sessions, cookie, signInFirst.errors()), AnonymousAuthenticationFilter.class)
                .sessionManagement(own -> own.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.csrfTokenRepository(formKeys.repository())
                        .csrfTokenRequestHandler(formKeys.handler())
                        .ignoringRequestMatchers(Doors.PROGRAMS.toArray(String[]::new))
                        // Ours changes at sign-in; the framework's would change it with every request that has a
                        // session.
                        .sessionAuthenticationStrategy((authentication, request, response) -> {}))
                .exceptionHandling(problems ->
                        problems.authenticationEntryPoint(signInFirst).accessDeniedHandler(signInFirst))
                .headers(SecurityRules::headers)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(SecurityRules::keepNothing);
    }

    /** Unless whoever answers says otherwise, an answer is for this visitor and stays nowhere. */
    private static void keepNothing(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        }
    }
}
