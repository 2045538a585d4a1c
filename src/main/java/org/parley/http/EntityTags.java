package org.parley.http;

import jakarta.inject.Singleton;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.graph.Sha256;
import org.parley.record.Edition;

/** Computes ETags: two answers with the same tag have the same bytes (RFC 9110, 8.8.3). Thread-safe. */
@Singleton
final class EntityTags {
    private final Edition edition;
    private final String version;

    EntityTags(Edition edition, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.edition = edition;
        this.version = version;
    }

    /** The tag of the answer to this request from this version of Parley, the record that is served now, and this media type. */
    EntityTag of(GraphQLRequest request, String mediaType) {
        // The separator, NUL, can't occur in any part of a request that gets a cacheable answer, so different parts
        // never join to the
        // same text.
        return new EntityTag(Sha256.of(String.join(
                "\u0000",
                version,
                edition.digest(),
                mediaType,
                Objects.toString(request.operationName(), ""),
                request.variables() == null ? "" : Json.text(request.variables()),
                request.query())));
    }
}
