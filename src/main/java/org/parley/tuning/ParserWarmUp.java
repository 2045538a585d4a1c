package org.parley.tuning;

import graphql.parser.Parser;
import io.quarkus.runtime.ImageMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Reads a document of every shape while the executable is built. The parser works out its grammar as it reads, and keeps what it
 * has worked out: the executable begins with it, where its first request would have to do it.
 */
@Singleton
class ParserWarmUp {
    private static final String DOCUMENT =
            """
            query ParserWarmUp($id: ID!, $first: Int = 20, $ids: [ID!]) @a(b: true) {
              # all that a document may hold
              one: actor(id: $id) { id ... on Actor @include(if: true) { name } ...Part }
              statements(filter: {issue: ["a", "b"], and: [{kind: [CLAIM]}], text: null}, first: $first, after: "c",
                orderBy: DATE_ASC) {
                nodes { date speakers { name } }
                pageInfo { endCursor }
                edges { cursor node { id } }
              }
              nodes(ids: $ids) { __typename ... { id } }
              other(a: 1, b: -1.5e3, c: \"""block\""", d: false, e: {}, f: [], g: [[1]], h: {i: {j: 1}})
            }

            fragment Part on Actor { name(a: 1) @skip(if: $b) }

            query { a }

            { a }
            """;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object beforeTheStart) {
        if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
            Parser.parse(DOCUMENT);
        }
    }
}
