package org.enlace.replies;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** The replies of the running minute, in memory and never more than 32 MB of them: whoever asks for endless addresses pushes out only what is seldom asked for. */
@Component
class Shelf {

    static final int LARGEST = 1 << 20;
    private static final long ROOM = 32L << 20;

    private final AtomicLong writes = new AtomicLong();
    private final Cache<Reply.Key, Reply> replies = Caffeine.newBuilder()
            .maximumWeight(ROOM)
            .<Reply.Key, Reply>weigher((key, reply) -> reply.size())
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** How often anybody wrote: a reply that was begun before a write lies under another key than those that come after it. */
    long writes() {
        return writes.get();
    }

    void somebodyWrote() {
        writes.incrementAndGet();
        replies.invalidateAll();
    }

    Optional<Reply> find(Reply.Key key) {
        return Optional.ofNullable(replies.getIfPresent(key));
    }

    void keep(Reply.Key key, Reply reply) {
        replies.put(key, reply);
    }
}
