package org.parley.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.parley.graph.Heap;

/** A cache of valid documents by their text: each is parsed, checked and validated once. Bounded by weight; thread-safe. */
// Caffeine loads the class of a cache by reflection. SSMW is the one of caches that are bounded by weight: this one,
// that of persisted queries, that of answers, and that of records.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSMW")
final class PreparedDocuments {
    /** The most characters of all documents together: 40 MB, or an eighth of a smaller heap. */
    private static final int LARGEST = 2_000_000;

    /** A parsed document takes about so many bytes of heap for each of its characters. */
    private static final int BYTES = 20;

    private static final int SHARE = 8;

    /** The least weight of a document, in characters, for the objects that even the shortest has. */
    private static final int LEAST = 250;

    private final Cache<String, PreparedDocument> kept = Caffeine.newBuilder()
            .maximumWeight(Heap.atMost(LARGEST * (long) BYTES, SHARE) / BYTES)
            .weigher((String text, PreparedDocument document) -> Math.max(LEAST, text.length()))
            .build();

    /** The document with this text; null if it is not in the cache. */
    PreparedDocument of(String text) {
        return kept.getIfPresent(text);
    }

    void keep(String text, PreparedDocument document) {
        kept.put(text, document);
    }
}
