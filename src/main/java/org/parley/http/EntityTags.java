package org.parley.http;

import jakarta.inject.Singleton;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.graph.Sha256;
import org.parley.record.Edition;

/** Names answers: the same tag, the same bytes (RFC 9110, 8.8.3). */
@Singleton
final class EntityTags {
    private final Edition edition;
    private final String version;

    EntityTags(Edition edition, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.edition = edition;
        this.version = version;
    }

    /** The tag of the answer that a request gets from this program, of the record as it is now, in this media type. */
    EntityTag of(GraphQLRequest request, String mediaType) {
        // No part of an answer that is kept holds the character that stands between them.
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
