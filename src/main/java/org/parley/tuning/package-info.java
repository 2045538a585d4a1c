/**
 * Optimizations that depend on internals of a library. They only save time.
 *
 * <p>No class outside this package may depend on one of them ({@code ArchitectureTest}), so that each can be deleted by itself. Each
 * can be switched off ({@link org.parley.tuning.Tuning}), and with all of them off every test passes:
 * {@code ./mvnw verify -Dparley.tunings.off=all}. The gain is how much longer a later start of the executable takes without the tuning,
 * measured by {@code bench/tunings}: below, the medians of 40 starts of 64 ms each on 26 November 2026, with a noise of 0.4 ms. Delete
 * a tuning whose gain is not above the noise of that measurement, or of the one that its row names.
 *
 * <table>
 * <caption>The tunings</caption>
 * <tr><th>Tuning<th>What it does<th>Instead of<th>Gain<th>Test that it is in use<th>Upstream<th>Delete when
 *
 * <tr><td>{@code built-settings}: {@link org.parley.tuning.BuiltSettings}
 * <td>creates the config mapping objects in the build of the executable, and reuses those whose settings have not changed
 * <td>SmallRye Config, which creates all of them at each start, out of some 600 names
 * <td>11.4 ms
 * <td>{@code BuiltSettingsTest}; {@code StartIT.a_later_start_is_tuned} on the executable
 * <td>quarkusio/quarkus#53036 (open): declare at build time which settings may change at run time
 * <td>that issue is solved; or SmallRye Config without {@code ConfigMappings.registerConfigMappings}, which its main branch has removed
 *
 * <tr><td>{@code disabled-telemetry}: {@link org.parley.tuning.DisabledTelemetry}
 * <td>creates OpenTelemetry's SDK only if traces are switched on
 * <td>Quarkus's {@code OpenTelemetryRecorder}, which always creates it
 * <td>1.3 ms
 * <td>{@code DisabledTelemetryTest}
 * <td>quarkusio/quarkus#43502 (closed) fixed the same for requests; no issue found for the start
 * <td>Quarkus does not create it if {@code quarkus.otel.sdk.disabled} is set
 *
 * <tr><td>{@code parser-warm-up}: {@link org.parley.tuning.ParserWarmUp}
 * <td>fills the DFA cache of the GraphQL parser when the executable is built
 * <td>the first request, which has to fill it
 * <td>1.4 ms
 * <td>{@code ParserWarmUpTest}; {@code StartIT.a_later_start_is_tuned} on the executable
 * <td>antlr/antlr4#3682 (open): save the DFA cache
 * <td>that issue is solved and graphql-java uses it
 *
 * <tr><td>{@code early-opening}: {@link org.parley.tuning.EarlyOpening}
 * <td>opens H2's file on a background thread while Quarkus starts
 * <td>the first connection of the pool, which opens it when that is needed
 * <td>9.4 ms, and up to 250 page faults more
 * <td>{@code EarlyOpeningTest}; {@code StartIT.a_later_start_is_tuned}
 * <td>no issue found; the pool's {@code initial-size} would open it as early, but would create a missing file
 * <td>{@code bench/tunings} shows no gain (the 9.4 ms were measured beside Hibernate's start, which is gone), or H2 opens a file in a few milliseconds
 *
 * <tr><td>{@code ended-sockets}: {@link org.parley.tuning.EndedSockets}
 * <td>tells Quarkus's count of open requests that a WebSocket has ended
 * <td>that count, which never falls again, so that a shutdown waits for {@code parley.shutdown.timeout}
 * <td>8 s of a shutdown, by default; nothing of a start
 * <td>{@code CuratingIT.a_subscription_by_web_socket_tells_each_change_and_ends_with_the_program}
 * <td>no issue found
 * <td>that test passes without it
 * </table>
 */
package org.parley.tuning;
