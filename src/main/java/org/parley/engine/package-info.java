/**
 * How a document is run: parsing, validation, limits, execution, errors; {@link org.parley.engine.Engine} holds the order.
 *
 * <p>SmallRye GraphQL makes the schema from annotated classes. graphql-java parses, validates, coerces input and answers
 * introspection. Operations are executed by the {@link org.parley.engine.BreadthFirstExecutor}. This package knows no feature.
 *
 * <p>Since the engine and the resolvers are our own, these parts of SmallRye do nothing here, whatever is annotated or set: its events
 * around an execution and a field (CDI's {@code @BeforeExecute}, {@code @AfterDataFetch} and their like), its {@code Context} (a
 * resolver that takes one fails the build; {@link org.parley.graph.Operation} replaces it), Bean Validation's errors, its
 * metrics, traces and log of payloads, {@code quarkus.smallrye-graphql.*} for instrumentation, the parser, errors and non-blocking
 * resolvers, federation's traces, subscriptions, and its routes. Arguments are read by {@link org.parley.engine.InputObject}, not by
 * JSON-B. The hooks before the schema is built, and those that make fetchers, work as documented.
 */
package org.parley.engine;
