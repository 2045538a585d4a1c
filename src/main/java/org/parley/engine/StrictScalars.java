package org.parley.engine;

import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.graph.Days;
import org.parley.graph.InvalidArgument;
import org.parley.graph.OpenEnum;

/**
 * Replaces SmallRye's scalars by strict ones, and those of {@link OpenEnum}s by enumerations. SmallRye's own accept 1.5 and
 * 99999999999 for an Int, an object for an ID, and any text for a Date or a DateTime, which fails later with the name of a Java class in
 * the message.
 */
final class StrictScalars extends GraphQLTypeVisitorStub {
    private static final Map<String, OpenEnum> ENUMS = ServiceLoader.load(OpenEnum.class).stream()
            .map(ServiceLoader.Provider::get)
            .collect(Collectors.toUnmodifiableMap(OpenEnum::name, open -> open));

    private StrictScalars() {}

    static GraphQLSchema in(GraphQLSchema schema) {
        GraphQLSchema strict = SchemaTransformer.transformSchema(schema, new StrictScalars());
        return strict.transformWithoutTypes(builder -> builder.codeRegistry(resolvingToItsOwnTypes(strict)));
    }

    /**
     * Makes the type resolvers of interfaces return types of this schema. SmallRye's return those of the schema before the change,
     * and then no fragment on an object type applies.
     */
    private static GraphQLCodeRegistry resolvingToItsOwnTypes(GraphQLSchema schema) {
        GraphQLCodeRegistry registry = schema.getCodeRegistry();
        return registry.transform(builder -> schema.getAllTypesAsList().stream()
                .filter(GraphQLInterfaceType.class::isInstance)
                .map(GraphQLInterfaceType.class::cast)
                .forEach(type -> builder.typeResolver(type, environment -> environment
                        .getSchema()
                        .getObjectType(registry.getTypeResolver(type)
                                .getType(environment)
                                .getName()))));
    }

    @Override
    public TraversalControl visitGraphQLScalarType(
            GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
        OpenEnum open = ENUMS.get(scalar.getName());
        if (open != null) {
            return changeNode(context, enumOf(open));
        }
        Coercing<?, ?> strict =
                switch (scalar.getName()) {
                    case "Int" -> Scalars.GraphQLInt.getCoercing();
                    case "Float" -> Scalars.GraphQLFloat.getCoercing();
                    case "ID" -> new IdCoercing();
                    case "Date" -> new DateCoercing();
                    case "DateTime" -> new DateTimeCoercing();
                    default -> null;
                };
        return strict == null
                ? TraversalControl.CONTINUE
                : changeNode(context, scalar.transform(builder -> builder.coercing(strict)));
    }

    /** SmallRye only adds the directive; introspection tells of a field that it is deprecated by its reason. */
    @Override
    @SuppressWarnings("deprecation") // SmallRye adds directives in the way of before, and only this finds them
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        GraphQLDirective deprecated = field.getDirective("deprecated");
        if (deprecated == null || field.isDeprecated()) {
            return TraversalControl.CONTINUE;
        }
        String reason = deprecated.toAppliedDirective().getArgument("reason").getValue();
        return changeNode(context, field.transform(builder -> builder.deprecate(reason)));
    }

    private static GraphQLEnumType enumOf(OpenEnum open) {
        GraphQLEnumType.Builder type =
                GraphQLEnumType.newEnum().name(open.name()).description(open.description());
        open.values().forEach(value -> type.value(value.name(), value, value.description()));
        return type.build();
    }

    /** Accepts a string or a whole number; graphql-java's own accepts any JSON value and uses its text. */
    private static final class IdCoercing implements Coercing<String, String> {

        @Override
        public String serialize(Object id, GraphQLContext context, Locale locale) {
            return id.toString();
        }

        @Override
        public String parseValue(Object input, GraphQLContext context, Locale locale) {
            if (input instanceof String text) {
                return text;
            }
            if (input instanceof Number number && number.toString().matches("-?\\d+")) {
                return number.toString();
            }
            throw new CoercingParseValueException(
                    "an ID must be a string, not " + InvalidArgument.shown(String.valueOf(input)));
        }

        @Override
        public String parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (input instanceof StringValue text) {
                return text.getValue();
            }
            if (input instanceof IntValue number) {
                return number.getValue().toString();
            }
            throw new CoercingParseLiteralException("an ID must be a string");
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return StringValue.of(input.toString());
        }
    }

    /** A day of the calendar, ISO 8601. Input stays a string: {@link InputObject} and SmallRye convert it. */
    private static final class DateCoercing implements Coercing<String, String> {

        @Override
        public String serialize(Object day, GraphQLContext context, Locale locale) {
            return day.toString();
        }

        @Override
        public String parseValue(Object input, GraphQLContext context, Locale locale) {
            if (input instanceof String text && isDay(text)) {
                return text;
            }
            throw new CoercingParseValueException(rule(String.valueOf(input)));
        }

        @Override
        public String parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (input instanceof StringValue text && isDay(text.getValue())) {
                return text.getValue();
            }
            throw new CoercingParseLiteralException(
                    rule(input instanceof StringValue text ? text.getValue() : "something that is no string"));
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return StringValue.of(input.toString());
        }

        private static boolean isDay(String text) {
            // LocalDate.parse also accepts longer years, with a sign.
            if (text.length() != "2026-02-04".length()) {
                return false;
            }
            try {
                LocalDate day = LocalDate.parse(text);
                return !day.isBefore(Days.FIRST) && !day.isAfter(Days.LAST);
            } catch (DateTimeException e) {
                return false;
            }
        }

        private static String rule(String input) {
            return "a Date must be a day of the calendar from " + Days.FIRST + " to " + Days.LAST
                    + ", as 2026-02-04, not " + InvalidArgument.shown(input);
        }
    }

    /** An instant, RFC 3339. Input becomes the same instant in UTC, as rows have it: 2026-02-04T09:30:00Z. */
    private static final class DateTimeCoercing implements Coercing<String, String> {
        private static final Pattern FORM =
                Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

        @Override
        public String serialize(Object instant, GraphQLContext context, Locale locale) {
            return instant.toString();
        }

        @Override
        public String parseValue(Object input, GraphQLContext context, Locale locale) {
            return inUtc(input)
                    .orElseThrow(
                            () -> new CoercingParseValueException(rule(InvalidArgument.shown(String.valueOf(input)))));
        }

        @Override
        public String parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            Object given = input instanceof StringValue text ? text.getValue() : null;
            return inUtc(given)
                    .orElseThrow(() -> new CoercingParseLiteralException(rule(
                            given instanceof String text
                                    ? InvalidArgument.shown(text)
                                    : "something that is no string")));
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return StringValue.of(input.toString());
        }

        private static Optional<String> inUtc(Object input) {
            if (!(input instanceof String text) || !FORM.matcher(text).matches()) {
                return Optional.empty();
            }
            try {
                Instant instant = OffsetDateTime.parse(text).toInstant();
                LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
                return day.isBefore(Days.FIRST) || day.isAfter(Days.LAST)
                        ? Optional.empty()
                        : Optional.of(instant.toString());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        private static String rule(String input) {
            return "a DateTime must be an instant, as 2026-02-04T09:30:00Z or 2026-02-04T11:30:00+02:00, not " + input;
        }
    }
}
