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
 * Documents that a client names by their SHA-256 instead of sending them: Apollo's automatic persisted queries or, if the operator lists
 * {@link TrustedDocuments}, only those. Thread-safe.
 */
@ApplicationScoped
class PersistedQueries {
    /**
     * The least weight of a cached document, in characters. It bounds the number of cached documents: without it, short ones would use
     * far more memory than their characters.
     */
    static final int LEAST = 1000;

    /** Apollo's clients recognize this error by its message or code, and then send the document with its hash. */
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
     * The request with the document that it names; unchanged if it names none or brings its own.
     *
     * @throws Refusal if the named document is unknown, is not trusted, or does not match its SHA-256
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

    /**
     * Caches the document of a request that was executed, if the request gave its SHA-256 too.
     *
     * @param request as the client sent it, or as {@link #resolved}
     * @return whether it gave its SHA-256
     */
    boolean keep(GraphQLRequest request) {
        String name = name(request);
        if (name == null || trusted.areListed()) {
            return false;
        }
        sent.put(name, request.query());
        return true;
    }

    /**
     * The SHA-256 or id by which the request names its document, in {@code documentId} (the GraphQL-over-HTTP draft) or in
     * {@code extensions.persistedQuery} (Apollo); null if it names none.
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

    /** In the draft, an id that is a SHA-256 has the prefix {@code sha256:}. */
    static String withoutPrefix(String name) {
        return name.startsWith("sha256:") ? name.substring("sha256:".length()) : name;
    }
}
