package org.parley.engine;

import graphql.execution.CoercedVariables;
import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.Node;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A subscription to changes, as the query that is executed for each of them. An event is an operation like any other: with a time limit, a
 * snapshot of the database and caches of its own. So {@code subscription { changes(since: 3) { ... } }} becomes
 * {@code query ($number: Int!) { changes: change(number: $number) { ... } }}. Immutable.
 */
public final class EventQuery {
    private static final String NUMBER = "number";

    private final String document;
    private final String variable;
    private final Map<String, Object> variables;
    private final Long first;

    private EventQuery(String document, String variable, Map<String, Object> variables, Long since) {
        this.document = document;
        this.variable = variable;
        this.variables = variables;
        this.first = since;
    }

    /** The number of the last change that the client has; null if it wants those from now on. */
    public Long since() {
        return first;
    }

    /** The query that answers with a change. */
    public OperationRequest of(long number) {
        Map<String, Object> values = new HashMap<>(variables);
        values.put(variable, BigDecimal.valueOf(number));
        return new OperationRequest(document, null, values, false);
    }

    /**
     * @param definition a valid subscription
     * @param given      the values of its variables as they were sent
     * @param coerced    and as they are of the types of the schema
     */
    static EventQuery of(
            OperationDefinition definition,
            Map<String, FragmentDefinition> fragments,
            Map<String, Object> given,
            CoercedVariables coerced) {
        Field root = root(definition.getSelectionSet(), fragments);
        Map<String, FragmentDefinition> spread = new LinkedHashMap<>();
        Set<String> used = new LinkedHashSet<>();
        collect(root.getSelectionSet(), fragments, spread, used);
        String variable = NUMBER;
        while (used.contains(variable)) {
            variable += "_";
        }
        Document.Builder document = Document.newDocument()
                .definition(OperationDefinition.newOperationDefinition()
                        .name(definition.getName())
                        .operation(OperationDefinition.Operation.QUERY)
                        .variableDefinitions(definition.getVariableDefinitions().stream()
                                .filter(each -> used.contains(each.getName()))
                                .toList())
                        .variableDefinition(VariableDefinition.newVariableDefinition()
                                .name(variable)
                                .type(NonNullType.newNonNullType(new TypeName("Int"))
                                        .build())
                                .build())
                        .selectionSet(SelectionSet.newSelectionSet()
                                .selection(Field.newField("change")
                                        .alias(root.getResultKey())
                                        .arguments(List.of(new Argument(NUMBER, new VariableReference(variable))))
                                        .selectionSet(root.getSelectionSet())
                                        .build())
                                .build())
                        .build());
        spread.values().forEach(document::definition);
        Map<String, Object> kept = new HashMap<>(given);
        kept.keySet().retainAll(used);
        return new EventQuery(AstPrinter.printAstCompact(document.build()), variable, kept, since(root, coerced));
    }

    /** The only field of a subscription, which may be in a fragment. */
    private static Field root(SelectionSet selections, Map<String, FragmentDefinition> fragments) {
        for (Selection<?> selection : selections.getSelections()) {
            Field found = selection instanceof Field field
                    ? field
                    : root(
                            selection instanceof InlineFragment fragment
                                    ? fragment.getSelectionSet()
                                    : fragments
                                            .get(((FragmentSpread) selection).getName())
                                            .getSelectionSet(),
                            fragments);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Finds the fragments and variables below a node. */
    private static void collect(
            Node<?> node,
            Map<String, FragmentDefinition> fragments,
            Map<String, FragmentDefinition> spread,
            Set<String> used) {
        if (node instanceof VariableReference variable) {
            used.add(variable.getName());
        }
        if (node instanceof FragmentSpread each) {
            FragmentDefinition fragment = fragments.get(each.getName());
            if (spread.putIfAbsent(each.getName(), fragment) == null) {
                collect(fragment, fragments, spread, used);
            }
        }
        node.getChildren().forEach(child -> collect(child, fragments, spread, used));
    }

    private static Long since(Field root, CoercedVariables coerced) {
        for (Argument argument : root.getArguments()) {
            Value<?> value = argument.getValue();
            if (value instanceof IntValue number) {
                return number.getValue().longValueExact();
            }
            if (value instanceof VariableReference variable
                    && coerced.get(variable.getName()) instanceof Number number) {
                return number.longValue();
            }
        }
        return null;
    }
}
