package org.parley.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;
import org.parley.graph.Heap;
import org.parley.graph.RecordVersion;

/**
 * A cache of what operations have read by the id of a record: the record itself, the rows that belong to it, and its links. It is shared by
 * all operations; their {@link ReadTransaction}s read it and add to it. What was read of one version of the record is never found in
 * another. Bounded by bytes of heap; thread-safe.
 */
@Singleton
public class RecordCache {
    /** What takes more than this part of the cache is not cached: it would evict too many others. */
    private static final int PART = 16;

    /** It takes at most one of so many parts of the heap. */
    private static final int SHARE = 8;

    private final RecordVersion version;
    private final long capacity;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** Of the version that was seen last; null at first. */
    private volatile Kept kept;

    @Inject
    RecordCache(RecordCacheConfig settings, RecordVersion version, MeterRegistry registry) {
        this(Heap.atMost(settings.records(), SHARE), version, registry);
    }

    /** @param capacity in bytes; 0 caches nothing */
    RecordCache(long capacity, RecordVersion version, MeterRegistry registry) {
        this.version = version;
        this.capacity = capacity;
        FunctionCounter.builder("parley.records.hits", hits, LongAdder::doubleValue)
                .description("Records, children and links that were found in the cache of records.")
                .register(registry);
        FunctionCounter.builder("parley.records.misses", misses, LongAdder::doubleValue)
                .description("Records, children and links that were read from the database.")
                .register(registry);
        Gauge.builder("parley.records.size", this, RecordCache::size)
                .description("Size of the cache of records.")
                .baseUnit("bytes")
                .register(registry);
    }

    /** What was asked about one record: the same {@code question} object, or an equal one, each time. */
    record Key(Object question, String id) {
        /** In bytes: this object, and its place in the cache. The id belongs to the record, too. */
        static final int SIZE = 120;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && id.equals(key.id) && question.equals(key.question);
        }

        /** Texts know their hash codes, and tables have that of their identity. */
        @Override
        public int hashCode() {
            return 31 * id.hashCode() + question.hashCode();
        }
    }

    /**
     * What was read.
     *
     * @param bytes its size on the heap
     */
    record Found(Object value, int bytes) {}

    /** What is cached of one version of the record. */
    static final class Kept {
        private final Object version;
        private final Cache<Key, Found> found;

        Kept(Object version, long capacity) {
            this.version = version;
            // With further options, Caffeine would load other classes by reflection (see PreparedDocuments).
            this.found = Caffeine.newBuilder()
                    .maximumWeight(capacity)
                    .weigher((Key key, Found value) -> Key.SIZE + value.bytes)
                    .executor(Runnable::run)
                    .build();
        }
    }

    /** What is cached of the record that is served now; null if the cache is off, or while the record is replaced. */
    Kept now() {
        if (capacity == 0) {
            return null;
        }
        Object served = version.settled();
        if (served == null) {
            return null;
        }
        Kept last = kept;
        if (last == null || last.version != served) {
            last = new Kept(served, capacity);
            // An operation that saw an older version may set that again; the next one then begins with an empty cache.
            kept = last;
        }
        return last;
    }

    /** Null if it is not in the cache. */
    Found find(Kept of, Key key) {
        return of.found.getIfPresent(key);
    }

    void count(int found, int read) {
        hits.add(found);
        misses.add(read);
    }

    /** Adds what was read while this version of the record was served. */
    void keep(Kept of, Key key, Found found) {
        if (found.bytes <= capacity / PART) {
            of.found.put(key, found);
        }
    }

    /** Whether this version of the record is still served, and was all the time. */
    boolean isCurrent(Kept of) {
        return version.settled() == of.version;
    }

    private double size() {
        Kept last = kept;
        return last == null
                ? 0
                : last.found.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
