package org.parley.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.parley.graph.Heap;
import org.parley.graph.RecordVersion;

/**
 * A cache of what operations have read by the id of a record: the record itself, the rows that belong to it, and its links. It is shared by
 * all operations; their {@link ReadTransaction}s read it and add to it. What was read of one version of the record is found in a later one only if
 * nothing but changes of other records lies between them. Bounded by bytes of heap; thread-safe.
 */
@Singleton
public class RecordCache {
    /** What takes more than this part of the cache is not cached: it would evict too many others. */
    private static final int PART = 16;

    /** It takes at most one of so many parts of the heap. */
    private static final int SHARE = 8;

    /** Of how many changed records the ids are noted before it begins anew. */
    private static final int MOST = 50_000;

    private final RecordVersion version;
    private final long capacity;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** For the version that was seen last; null at first. Written with the lock of this. */
    private volatile Kept kept;

    @Inject
    RecordCache(RecordCacheConfig settings, RecordVersion version, MeterRegistry registry) {
        this(Heap.atMost(settings.records(), SHARE), version, registry);
    }

    /** @param capacity in bytes; 0 caches nothing */
    RecordCache(long capacity, RecordVersion version, MeterRegistry registry) {
        this.version = version;
        this.capacity = capacity;
        version.onSuccession(this::follows);
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

    /** What was asked about one record. */
    record Key(RecordQuestion question, String id) {
        /** In bytes: this object, and its place in the cache. The id belongs to the record, too. */
        static final int SIZE = 120;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && question == key.question && id.equals(key.id);
        }

        /** Texts know their hash codes. */
        @Override
        public int hashCode() {
            return 31 * id.hashCode() + question.hashCode();
        }
    }

    /**
     * What was read.
     *
     * @param bytes its size on the heap
     * @param since the number of the version that it was read of
     */
    record Found(Object value, int bytes, long since) {}

    /** What is cached of versions that follow each other by changes of some records. */
    private static final class Cached {
        private final Cache<Key, Found> found;

        /** The number of the version by which a record was changed last, by its id; absent if it was not since this began. */
        private final Map<String, Long> changed = new ConcurrentHashMap<>();

        /** The number of the version by which any record was changed last. */
        private volatile long last;

        Cached(long capacity) {
            // With further options, Caffeine would load other classes by reflection (see PreparedDocuments).
            this.found = Caffeine.newBuilder()
                    .maximumWeight(capacity)
                    .weigher((Key key, Found value) -> Key.SIZE + value.bytes)
                    .executor(Runnable::run)
                    .build();
        }

        /** The version by which the answer to a question may have changed last. */
        long changed(Key key) {
            return key.question.isOfRecord() ? changed.getOrDefault(key.id, 0L) : last;
        }
    }

    /**
     * What is cached for one version of the record.
     *
     * @param version see {@link RecordVersion#settled}
     * @param number  counts the versions that follow each other, from 0
     */
    record Kept(Object version, long number, Cached cached) {}

    /** What is cached of the record that is served now; null if the cache is off, or while the record is replaced. */
    Kept now() {
        if (capacity == 0) {
            return null;
        }
        Object served = version.settled();
        Kept last = kept;
        return served != null && last != null && last.version == served ? last : begun();
    }

    /** The same, where another version is served than the last time, and not as one that has followed it. */
    private synchronized Kept begun() {
        Object served = version.settled();
        if (served == null) {
            return null;
        }
        if (kept == null || kept.version != served) {
            kept = new Kept(served, 0, new Cached(capacity));
        }
        return kept;
    }

    private synchronized void follows(Object before, Object next, Set<String> changed) {
        Kept last = kept;
        if (last == null || last.version != before) {
            return;
        }
        if (last.cached.changed.size() + changed.size() > MOST) {
            kept = null;
            return;
        }
        long number = last.number + 1;
        for (String id : changed) {
            last.cached.changed.put(id, number);
        }
        if (!changed.isEmpty()) {
            last.cached.last = number;
        }
        kept = new Kept(next, number, last.cached);
    }

    /** Null if it is not in the cache, or not as it is in this version. */
    Found find(Kept of, Key key) {
        Found found = of.cached.found.getIfPresent(key);
        if (found == null) {
            return null;
        }
        long changed = of.cached.changed(key);
        if (found.since >= changed) {
            // What was changed since this version may have been read after that.
            return of.number >= changed ? found : null;
        }
        of.cached.found.asMap().remove(key, found);
        return null;
    }

    void count(int found, int read) {
        hits.add(found);
        misses.add(read);
    }

    /** Adds what was read while this version of the record was served. */
    void keep(Kept of, Key key, Found found) {
        if (found.bytes <= capacity / PART) {
            of.cached.found.put(key, found);
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
                : last.cached
                        .found
                        .policy()
                        .eviction()
                        .orElseThrow()
                        .weightedSize()
                        .orElse(0);
    }
}
