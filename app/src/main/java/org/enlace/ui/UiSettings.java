package org.enlace.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param installation the installation's own name ("Secretariat of …"), shown beside the mark
 */
@ConfigurationProperties("enlace.ui")
record UiSettings(@DefaultValue("") String installation) {}
