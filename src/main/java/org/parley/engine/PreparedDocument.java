package org.parley.engine;

import graphql.execution.CoercedVariables;
import graphql.execution.UnknownOperationException;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A document that was parsed, checked against the limits and validated, with all that is computed once for a document, such as the
 * plans of its operations. Thread-safe.
 */
final class PreparedDocument {
    /** The most plans that are kept: each combination of the values of {@code @skip} and {@code @include} needs its own. */
    private static final int MOST_PLANS = 16;

    /** In requests. */
    private static final int LONGEST_PAUSE = 256;

    private static final Set<String> CONDITIONS = Set.of("skip", "include");

    private final Document document;
    private final String hash;
    private final List<OperationDefinition> operations;
    private final Map<String, FragmentDefinition> fragments;
    private final Set<String> conditions = new TreeSet<>();
    private final Map<List<Object>, Plan> plans = new ConcurrentHashMap<>();

    /** How many requests are not tried from memory after the last that failed. */
    private volatile int pause;

    private volatile int untried;

    /** @param hash the SHA-256 of its text, in hexadecimal digits */
    PreparedDocument(Document document, String hash) {
        this.document = document;
        this.hash = hash;
        this.operations = document.getDefinitionsOfType(OperationDefinition.class);
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toUnmodifiableMap(FragmentDefinition::getName, Function.identity()));
        addConditions(document);
    }

    private void addConditions(Node<?> node) {
        if (node instanceof Directive directive
                && CONDITIONS.contains(directive.getName())
                && directive.getArgument("if").getValue() instanceof VariableReference variable) {
            conditions.add(variable.getName());
        }
        node.getChildren().forEach(this::addConditions);
    }

    /**
     * Whether it is worth trying to answer from memory: after a try that failed, the next request is not tried, after a second one the
     * next two, then four, and so on.
     */
    boolean mayHaveAllInMemory() {
        int left = untried;
        if (left > 0) {
            untried = left - 1;
        }
        return left <= 0;
    }

    /** Whether all was in memory that an operation of this document has read. */
    void hadAllInMemory(boolean all) {
        // Two threads may overwrite each other's numbers, which are guesses anyway.
        pause = all ? 0 : Math.min(Math.max(1, 2 * pause), LONGEST_PAUSE);
        untried = pause;
    }

    Document document() {
        return document;
    }

    /** The SHA-256 of its text, in hexadecimal digits. */
    String hash() {
        return hash;
    }

    Map<String, FragmentDefinition> fragments() {
        return fragments;
    }

    /**
     * The operation to execute.
     *
     * @param name null for the only operation
     * @throws UnknownOperationException if no operation has this name, or if there are several and the name is null
     */
    OperationDefinition operation(String name) {
        if (name == null) {
            if (operations.size() > 1) {
                throw new UnknownOperationException(
                        "Must provide operation name if query contains multiple operations.");
            }
            return operations.get(0);
        }
        return operations.stream()
                .filter(each -> name.equals(each.getName()))
                .findFirst()
                .orElseThrow(() -> new UnknownOperationException("Unknown operation named '" + name + "'."));
    }

    /**
     * The plan of an operation of this document, made once for each combination of the variables that {@code @skip} and {@code @include}
     * use.
     *
     * @param maker makes a plan for these values of the variables
     */
    Plan plan(OperationDefinition operation, CoercedVariables variables, Function<Map<String, Object>, Plan> maker) {
        List<Object> key = new ArrayList<>(conditions.size() + 1);
        key.add(operations.indexOf(operation));
        conditions.forEach(name -> key.add(String.valueOf(variables.get(name))));
        Plan known = plans.get(key);
        if (known == null) {
            Map<String, Object> values = new HashMap<>();
            conditions.forEach(name -> values.put(name, variables.get(name)));
            known = maker.apply(values);
            if (plans.size() < MOST_PLANS) {
                plans.put(key, known);
            }
        }
        return known;
    }
}
