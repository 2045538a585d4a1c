package org.parley.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;
import org.parley.graph.Heap;
import org.parley.record.Edition;

/**
 * A cache of answers by the exact request. An answer is found only while the record is served that it was read from, and not while
 * another one takes its place. Bounded by the bytes of heap of keys and answers; thread-safe, and never blocks for long.
 */
@Singleton
class KeptAnswers {
    /** An answer that takes more than this part of the cache is not cached: it would evict too many others. */
    private static final int PART = 8;

    /** All answers together take at most one of so many parts of the heap. */
    private static final int SHARE = 8;

    private final Edition edition;
    private final long capacity;
    private final Cache<RequestKey, KeptAnswer> answers;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** Of which the cached answers are; null at first. */
    private volatile Edition.Served seen;

    @Inject
    KeptAnswers(CacheConfig settings, Edition edition, MeterRegistry registry) {
        this(Heap.atMost(settings.answers(), SHARE), edition, registry);
    }

    /** @param capacity in bytes; 0 caches nothing */
    KeptAnswers(long capacity, Edition edition, MeterRegistry registry) {
        this.edition = edition;
        this.capacity = capacity;
        // Without a builder's further options, Caffeine generates no other class than that of PreparedDocuments, which
        // is registered for reflection there.
        this.answers = Caffeine.newBuilder()
                .maximumWeight(capacity)
                .weigher((RequestKey key, KeptAnswer answer) -> key.size() + answer.size())
                .executor(Runnable::run)
                .build();
        FunctionCounter.builder("parley.answers.hits", hits, LongAdder::doubleValue)
                .description("Requests that were answered from the cache of answers.")
                .register(registry);
        FunctionCounter.builder("parley.answers.misses", misses, LongAdder::doubleValue)
                .description("Requests whose answer was not in the cache of answers.")
                .register(registry);
        Gauge.builder("parley.answers.size", this, KeptAnswers::size)
                .description("Size of the cache of answers.")
                .baseUnit("bytes")
                .register(registry);
    }

    /** False if the cache is switched off. */
    boolean areKept() {
        return capacity > 0;
    }

    /** The answer to this request from the record that is served now; null if it is not in the cache. */
    KeptAnswer find(RequestKey key) {
        Edition.Served served = edition.settled();
        if (served == null) {
            misses.increment();
            return null;
        }
        if (served != seen) {
            // Answers of the record before can't be found any more, and would take their space until they are evicted.
            seen = served;
            answers.invalidateAll();
        }
        KeptAnswer answer = answers.getIfPresent(key);
        if (answer == null || answer.of() != served) {
            misses.increment();
            return null;
        }
        hits.increment();
        return answer;
    }

    void keep(RequestKey key, KeptAnswer answer) {
        if (key.size() + answer.size() <= capacity / PART) {
            answers.put(key, answer);
        }
    }

    /** Replaces an answer by itself in one more form, unless it was evicted. */
    void renew(RequestKey key, KeptAnswer before, KeptAnswer answer) {
        answers.asMap().replace(key, before, answer);
    }

    private double size() {
        return answers.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
