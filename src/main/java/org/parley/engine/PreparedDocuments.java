package org.parley.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Keeps valid documents by their text, so that each is parsed, judged and validated once. Bounded by weight; thread-safe. */
// Caffeine looks up the class of a cache that is bounded by weight by its name: this cache, and that of persisted
// queries.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSMW")
final class PreparedDocuments {
    /** In characters; a parsed document takes some twenty bytes for each. */
    private static final int LARGEST = 2_000_000;

    /** What the shortest document counts, in characters, for the objects that every document has. */
    private static final int LEAST = 250;

    private final Cache<String, PreparedDocument> kept = Caffeine.newBuilder()
            .maximumWeight(LARGEST)
            .weigher((String text, PreparedDocument document) -> Math.max(LEAST, text.length()))
            .build();

    /** Null if it is not kept. */
    PreparedDocument of(String text) {
        return kept.getIfPresent(text);
    }

    void keep(String text, PreparedDocument document) {
        kept.put(text, document);
    }
}
