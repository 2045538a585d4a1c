package org.parley.tuning;

import graphql.parser.Parser;
import graphql.parser.antlr.GraphqlLexer;
import graphql.parser.antlr.GraphqlParser;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import org.jboss.logging.Logger;

/**
 * Warms the GraphQL parser up while the executable is built, by parsing a document with all constructs of the language. ANTLR computes
 * the states of its decision automata (DFA) as it parses, and caches them in static fields. The executable starts with that cache, which
 * its first request would otherwise have to fill.
 */
@Singleton
class ParserWarmUp {
    private static final Logger LOG = Logger.getLogger(ParserWarmUp.class);

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

    /** Clears the DFA cache of the executable if this tuning is off. */
    void forget(@Observes StartupEvent start) {
        if (ImageMode.current() == ImageMode.NATIVE_RUN && !Tuning.PARSER_WARM_UP.isOn()) {
            new GraphqlLexer(null).getInterpreter().clearDFA();
            new GraphqlParser(null).getInterpreter().clearDFA();
        }
        if (LOG.isDebugEnabled()) {
            LOG.debugf("The parser begins with %d states", states());
        }
    }

    /** The number of cached DFA states, over all decisions of the parser. */
    static int states() {
        return Arrays.stream(new GraphqlParser(null).getInterpreter().decisionToDFA)
                .mapToInt(decision -> decision.states.size())
                .sum();
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object beforeTheStart) {
        if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
            read();
        }
    }

    static void read() {
        Parser.parse(DOCUMENT);
    }
}
