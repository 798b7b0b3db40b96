package org.enlace.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param installation the installation's own name ("Secretariat of …"), shown beside the mark
 * @param contact how people reach the operator (telephone first), shown on the help page
 */
@ConfigurationProperties("enlace.ui")
record UiSettings(
        @DefaultValue("") String installation,
        @DefaultValue("") String contact) {}
