package org.parley.engine;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Directive;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.parley.graph.InvalidArgument;
import org.parley.graph.KnownAt;

/** Reads the directive {@code @knownAt} of a query. */
final class KnownAtDirective {
    private KnownAtDirective() {}

    /**
     * What an operation's directive asks for; null if it has none.
     *
     * @throws InvalidArgument if it has no argument, or both
     */
    static KnownAt of(GraphQLSchema schema, OperationDefinition definition, CoercedVariables variables) {
        Directive directive =
                definition.getDirectives(KnownAt.DIRECTIVE).stream().findFirst().orElse(null);
        if (directive == null) {
            return null;
        }
        Map<String, Object> given = ValuesResolver.getArgumentValues(
                schema.getDirective(KnownAt.DIRECTIVE).getArguments(),
                directive.getArguments(),
                variables,
                GraphQLContext.getDefault(),
                Locale.getDefault());
        Number change = (Number) given.get(KnownAt.CHANGE);
        String at = (String) given.get(KnownAt.AT);
        if (change == null == (at == null)) {
            throw new InvalidArgument("@" + KnownAt.DIRECTIVE + " must have either " + KnownAt.CHANGE + " or "
                    + KnownAt.AT + ", and has " + (change == null ? "none of them" : "both"));
        }
        return change == null
                ? new KnownAt(null, OffsetDateTime.parse(at).toInstant())
                : new KnownAt(change.longValue(), null);
    }
}
