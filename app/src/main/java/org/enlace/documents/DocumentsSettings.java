package org.enlace.documents;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param largest the largest sealed file taken
 * @param waiting how many bytes of one authority may wait to be brought to a request, unfinished uploads included
 * @param waitingFiles how many files of one authority may wait so
 * @param keepUnfinished how long an upload that was never finished is kept for resuming
 * @param chunksAtOnce how many chunks are held in memory at one time, over all uploads
 */
@ConfigurationProperties("enlace.documents")
record DocumentsSettings(
        @DefaultValue("1GB") DataSize largest,
        @DefaultValue("4GB") DataSize waiting,
        @DefaultValue("200") int waitingFiles,
        @DefaultValue("7d") Duration keepUnfinished,
        @DefaultValue("16") int chunksAtOnce) {}
