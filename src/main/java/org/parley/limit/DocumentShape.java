package org.parley.limit;

import graphql.Directives;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FloatValue;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.graph.ErrorShape;
import org.parley.graph.Numbers;

/**
 * Checks the size and depth of a document before it is validated. Validation and execution follow a fragment wherever it is spread, so a
 * chain of fragments that each spread the next one twice takes them exponential time.
 *
 * <p>Here each fragment is measured once, and its size is added wherever it is spread, so the check takes linear time.
 */
final class DocumentShape {
    private static final Set<String> INTROSPECTION = Set.of("__schema", "__type");

    /**
     * Directives that graphql-java accepts although nobody has enabled them. It would ignore {@code @defer}, and by the other one return
     * null for non-null fields.
     */
    private static final Set<String> ENGINES = Set.of(
            Directives.DeferDirective.getName(), Directives.ExperimentalDisableErrorPropagationDirective.getName());

    /**
     * The size of a selection set with all fragments expanded.
     *
     * @param fields the number of fields and fragments, at any depth
     * @param roots  the number of fields at its own level
     * @param depth  the deepest nesting of fields and fragments
     */
    private record Measure(long fields, long roots, int depth) {
        static final Measure NOTHING = new Measure(0, 0, 0);

        Measure and(Measure other) {
            return new Measure(
                    Saturating.plus(fields, other.fields),
                    Saturating.plus(roots, other.roots),
                    Math.max(depth, other.depth));
        }

        /** The size of a field with this selection set. */
        Measure asField() {
            return new Measure(Saturating.plus(fields, 1), 1, depth + 1);
        }

        /** The size of a fragment with this selection set. The fragment itself counts, since one without fields takes time, too. */
        Measure asFragment() {
            return new Measure(Saturating.plus(fields, 1), roots, depth + 1);
        }
    }

    private final LimitsConfig limits;
    private final boolean introspection;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Measure> measures = new HashMap<>();
    private int aliases;
    private int directives;

    private DocumentShape(LimitsConfig limits, boolean introspection) {
        this.limits = limits;
        this.introspection = introspection;
    }

    /** @throws LimitExceeded if the document exceeds a limit, or a fragment spreads itself */
    static void check(Document document, LimitsConfig limits, boolean introspection) {
        new DocumentShape(limits, introspection).check(document);
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
        LimitExceeded.beyond(limits.aliases(), aliases, LimitExceeded.TOO_MANY_ALIASES, "a document", "aliases");
        LimitExceeded.beyond(
                limits.directives(), directives, LimitExceeded.TOO_MANY_DIRECTIVES, "a document", "directives");
    }

    private void check(OperationDefinition operation) {
        count(operation);
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            count(variable);
            checkValue(variable.getDefaultValue(), 0);
        }
        Measure measure = measure(operation.getSelectionSet());
        LimitExceeded.beyond(
                limits.fields(), measure.fields(), LimitExceeded.TOO_MANY_FIELDS, "an operation", "fields");
        LimitExceeded.beyond(
                limits.rootFields(), measure.roots(), LimitExceeded.TOO_MANY_FIELDS, "an operation", "root fields");
        checkDepth(measure.depth());
    }

    private void checkDepth(int depth) {
        if (depth > limits.depth()) {
            throw new LimitExceeded(
                    ErrorShape.TOO_DEEP,
                    "fields and fragments must be nested at most " + limits.depth() + " levels deep, not " + depth);
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
            throw new LimitExceeded(
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
            throw new LimitExceeded(
                    LimitExceeded.INTROSPECTION_DISABLED,
                    field.getName() + " must not be asked for: introspection is switched off here");
        }
        checkArguments(field.getArguments());
        return measure(field.getSelectionSet()).asField();
    }

    private void count(DirectivesContainer<?> container) {
        for (Directive directive : container.getDirectives()) {
            directives++;
            if (ENGINES.contains(directive.getName())) {
                throw new LimitExceeded(
                        ErrorShape.VALIDATION_FAILED,
                        "the directive @" + directive.getName() + " is not supported; @include and @skip are");
            }
            checkArguments(directive.getArguments());
        }
    }

    private void checkArguments(List<Argument> arguments) {
        arguments.forEach(argument -> checkValue(argument.getValue(), 0));
    }

    private void checkValue(Value<?> value, int depth) {
        if (value instanceof ArrayValue list) {
            LimitExceeded.deeper(limits.inputDepth(), depth + 1, "an argument");
            list.getValues().forEach(element -> checkValue(element, depth + 1));
        } else if (value instanceof ObjectValue object) {
            LimitExceeded.deeper(limits.inputDepth(), depth + 1, "an argument");
            object.getObjectFields().forEach(field -> checkValue(field.getValue(), depth + 1));
        } else if (value instanceof FloatValue number) {
            checkExponent(number.getValue());
        }
    }

    /**
     * graphql-java's validation expands a literal of type BigInteger to all its digits, even the default value of an unused variable:
     * 1e999999999 would take 400 MB of heap (CVE-2026-76763).
     */
    private static void checkExponent(BigDecimal number) {
        if (!Numbers.isLikeDouble(number)) {
            throw new LimitExceeded(ErrorShape.VALIDATION_FAILED, Numbers.RULE + ", not " + Numbers.exponent(number));
        }
    }
}
