package org.enlace.documents;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param largest the largest sealed file taken
 * @param request how many bytes one request may hold, of both sides together
 * @param spare how much of the disc stays free for everything else, where the database is the embedded one
 * @param waiting how many bytes of one authority may wait to be brought to a request, unfinished uploads included
 * @param waitingFiles how many files of one authority may wait so
 * @param keepUnfinished how long an upload that was not finished is kept for resuming, from its last byte on
 * @param chunksAtOnce how many chunks are held in memory at one time, over all uploads
 */
@ConfigurationProperties("enlace.documents")
record DocumentsSettings(
        @DefaultValue("4GB") DataSize largest,
        @DefaultValue("32GB") DataSize request,
        @DefaultValue("2GB") DataSize spare,
        @DefaultValue("16GB") DataSize waiting,
        @DefaultValue("200") int waitingFiles,
        @DefaultValue("7d") Duration keepUnfinished,
        @DefaultValue("32") int chunksAtOnce) {}
