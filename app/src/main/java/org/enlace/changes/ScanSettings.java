package org.enlace.changes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param largest the largest scan taken
 * @param most how many scans one change may have, those on their way included
 * @param keepUnfinished how long a scan that never arrived whole is kept for resuming
 * @param chunksAtOnce how many chunks are held in memory at one time, over all scans
 */
@ConfigurationProperties("enlace.scans")
record ScanSettings(
        @DefaultValue("20MB") DataSize largest,
        @DefaultValue("5") int most,
        @DefaultValue("7d") Duration keepUnfinished,
        @DefaultValue("8") int chunksAtOnce) {}
