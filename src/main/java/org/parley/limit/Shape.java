package org.parley.limit;

import graphql.Directives;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.graph.ErrorShape;

/**
 * How a document is built, seen before it is held against the schema: validation and execution follow a fragment wherever
 * it is spread, so that a chain of fragments that spread each other twice would keep them for years.
 *
 * <p>Each fragment is measured once, and its measure added wherever it is spread.
 */
final class Shape {
    private static final Set<String> INTROSPECTION = Set.of("__schema", "__type");

    /** Directives that the engine takes without being told to: it would do nothing of the one, and send null for non-null by the other. */
    private static final Set<String> ENGINES = Set.of(
            Directives.DeferDirective.getName(), Directives.ExperimentalDisableErrorPropagationDirective.getName());

    /**
     * What a selection set comes to with its fragments written out.
     *
     * @param fields how many fields and fragments are selected, at any depth
     * @param roots  how many fields are selected at its own level
     * @param depth  how many fields and fragments stand below each other
     */
    private record Measure(long fields, long roots, int depth) {
        static final Measure NOTHING = new Measure(0, 0, 0);

        Measure and(Measure other) {
            return new Measure(
                    Refusal.plus(fields, other.fields), Refusal.plus(roots, other.roots), Math.max(depth, other.depth));
        }

        /** As one field that selects this. */
        Measure asField() {
            return new Measure(Refusal.plus(fields, 1), 1, depth + 1);
        }

        /** As a fragment; it is counted too, for one without fields is followed all the same. */
        Measure asFragment() {
            return new Measure(Refusal.plus(fields, 1), roots, depth + 1);
        }
    }

    private final Limits limits;
    private final boolean introspection;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Measure> measures = new HashMap<>();
    private int aliases;
    private int directives;

    private Shape(Limits limits, boolean introspection) {
        this.limits = limits;
        this.introspection = introspection;
    }

    /** @throws graphql.execution.AbortExecutionException if the document is beyond a limit, or a fragment spreads itself */
    static void check(Document document, Limits limits, boolean introspection) {
        new Shape(limits, introspection).check(document);
    }

    private void check(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.putIfAbsent(fragment.getName(), fragment));
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof FragmentDefinition fragment) {
                measure(fragment);
            } else if (definition instanceof OperationDefinition operation) {
                check(operation);
            }
        }
        Refusal.beyond(limits.aliases(), aliases, Refusal.TOO_MANY_ALIASES, "a document", "aliases");
        Refusal.beyond(limits.directives(), directives, Refusal.TOO_MANY_DIRECTIVES, "a document", "directives");
    }

    private void check(OperationDefinition operation) {
        count(operation);
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            count(variable);
            checkDepth(variable.getDefaultValue(), 0);
        }
        Measure measure = measure(operation.getSelectionSet());
        Refusal.beyond(limits.fields(), measure.fields(), Refusal.TOO_MANY_FIELDS, "an operation", "fields");
        Refusal.beyond(limits.rootFields(), measure.roots(), Refusal.TOO_MANY_FIELDS, "an operation", "root fields");
        checkDepth(measure.depth());
    }

    private void checkDepth(int depth) {
        if (depth > limits.depth()) {
            throw Refusal.of(
                    ErrorShape.TOO_DEEP,
                    "fields and fragments must stand at most " + limits.depth() + " deep within each other, not "
                            + depth);
        }
    }

    private Measure measure(FragmentDefinition fragment) {
        Measure known = measures.get(fragment.getName());
        if (known == null) {
            measures.put(fragment.getName(), Measure.NOTHING);
            count(fragment);
            known = measure(fragment.getSelectionSet()).asFragment();
            measures.put(fragment.getName(), known);
        } else if (known == Measure.NOTHING) {
            throw Refusal.of(
                    ErrorShape.VALIDATION_FAILED,
                    "the fragment " + ErrorShape.cut(fragment.getName(), 60) + " must not spread itself");
        }
        checkDepth(known.depth());
        return known;
    }

    private Measure measure(SelectionSet selections) {
        Measure sum = Measure.NOTHING;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                sum = sum.and(measure(selection));
            }
        }
        return sum;
    }

    private Measure measure(Selection<?> selection) {
        if (selection instanceof FragmentSpread spread) {
            count(spread);
            FragmentDefinition fragment = fragments.get(spread.getName());
            return fragment == null ? Measure.NOTHING.asFragment() : measure(fragment);
        }
        if (selection instanceof InlineFragment fragment) {
            count(fragment);
            return measure(fragment.getSelectionSet()).asFragment();
        }
        Field field = (Field) selection;
        count(field);
        if (field.getAlias() != null) {
            aliases++;
        }
        if (!introspection && INTROSPECTION.contains(field.getName())) {
            throw Refusal.of(
                    Refusal.INTROSPECTION_DISABLED,
                    field.getName() + " must not be asked for: introspection is switched off here");
        }
        checkArguments(field.getArguments());
        return measure(field.getSelectionSet()).asField();
    }

    private void count(DirectivesContainer<?> container) {
        for (Directive directive : container.getDirectives()) {
            directives++;
            if (ENGINES.contains(directive.getName())) {
                throw Refusal.of(
                        ErrorShape.VALIDATION_FAILED,
                        "there is no directive @" + directive.getName() + " here; @include and @skip are there");
            }
            checkArguments(directive.getArguments());
        }
    }

    private void checkArguments(List<Argument> arguments) {
        arguments.forEach(argument -> checkDepth(argument.getValue(), 0));
    }

    private void checkDepth(Value<?> value, int depth) {
        if (value instanceof ArrayValue list) {
            Refusal.deeper(limits.inputDepth(), depth + 1, "an argument");
            list.getValues().forEach(element -> checkDepth(element, depth + 1));
        } else if (value instanceof ObjectValue object) {
            Refusal.deeper(limits.inputDepth(), depth + 1, "an argument");
            object.getObjectFields().forEach(field -> checkDepth(field.getValue(), depth + 1));
        }
    }
}
