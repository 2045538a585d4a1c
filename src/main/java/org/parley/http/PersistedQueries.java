package org.parley.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.parley.graph.InvalidArgument;
import org.parley.graph.Sha256;

/**
 * Documents that a client names by their SHA-256 instead of sending them: Apollo's automatic persisted queries, or, where
 * the operator lists the {@link TrustedDocuments}, those and no others.
 */
@ApplicationScoped
class PersistedQueries {
    /** What the shortest document counts, in characters, for its place in the cache; it bounds their number. */
    static final int LEAST = 1000;

    /** Clients of Apollo know this error by its message or by its code, and send the document next. */
    private static final Refusal NOT_FOUND = new Refusal(200, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final TrustedDocuments trusted;
    private final Cache<String, String> sent;

    PersistedQueries(PersistedQueriesConfig settings, TrustedDocuments trusted) {
        this.trusted = trusted;
        this.sent = Caffeine.newBuilder()
                .maximumWeight(settings.capacity())
                .weigher((String digest, String document) -> Math.max(LEAST, document.length()))
                .executor(Runnable::run)
                .build();
    }

    /**
     * The request with the document that it names, or as it was if it brings its own.
     *
     * @throws Refusal if there is no such document, or it may not be used
     */
    GraphQLRequest resolved(GraphQLRequest request) {
        String name = name(request);
        if (trusted.areListed() && request.query() != null) {
            trusted.mustHold(request.query());
            return request;
        }
        if (name == null) {
            return request;
        }
        if (trusted.areListed()) {
            return request.withQuery(trusted.named(name));
        }
        if (!SHA_256.matcher(name).matches()) {
            throw new Refusal(
                    400,
                    "a document must be named by its SHA-256, 64 hexadecimal digits in lower case, not by "
                            + InvalidArgument.shown(name));
        }
        if (request.query() == null) {
            String document = sent.getIfPresent(name);
            if (document == null) {
                throw NOT_FOUND;
            }
            return request.withQuery(document);
        }
        String digest = Sha256.of(request.query());
        if (!name.equals(digest)) {
            throw new Refusal(
                    400,
                    "PERSISTED_QUERY_MISMATCH",
                    "the name of the document must be the SHA-256 of query, " + digest + ", not " + name);
        }
        return request;
    }

    /** Keeps the document of a request that was answered, if the client means to name it from now on. */
    void keep(GraphQLRequest request) {
        String name = name(request);
        if (name != null && !trusted.areListed()) {
            sent.put(name, request.query());
        }
    }

    /**
     * How the request names its document: as the draft of GraphQL over HTTP has it, or as Apollo's clients do; null if it
     * doesn't.
     */
    private static String name(GraphQLRequest request) {
        if (request.documentId() != null) {
            return withoutPrefix(request.documentId());
        }
        Object extension =
                request.extensions() == null ? null : request.extensions().get("persistedQuery");
        if (extension == null) {
            return null;
        }
        if (!(extension instanceof Map<?, ?> persisted)) {
            throw new Refusal(400, "extensions.persistedQuery must be an object or null");
        }
        Object version = persisted.get("version");
        if (!BigDecimal.ONE.equals(version)) {
            throw new Refusal(
                    400,
                    "PERSISTED_QUERY_NOT_SUPPORTED",
                    "extensions.persistedQuery.version must be 1"
                            + (persisted.containsKey("version") ? ", not " + Json.text(version) : ""));
        }
        if (!(persisted.get("sha256Hash") instanceof String hash)) {
            throw new Refusal(400, "extensions.persistedQuery.sha256Hash must be a string");
        }
        return hash;
    }

    /** The draft puts the kind of digest before a name that is one. */
    static String withoutPrefix(String name) {
        return name.startsWith("sha256:") ? name.substring("sha256:".length()) : name;
    }
}
