/**
 * Classes that only save time, and reach into a library's inner parts to do so.
 *
 * <p>Nothing outside of this package may depend on one of them ({@code ArchitectureTest}), so that each can be deleted by itself. Each
 * can be switched off ({@link org.parley.tuning.Tuning}), and with all of them off every test passes:
 * {@code ./mvnw verify -Dparley.tunings.off=all}. The gain is what a later start of the executable takes longer without the tuning, and
 * the processor time that this costs; {@code bench/tunings} measures it. A tuning whose gain is not above the noise of that
 * measurement is to be deleted, whatever it cost to write.
 *
 * <table>
 * <caption>The tunings</caption>
 * <tr><th>Tuning<th>What it does<th>Instead of<th>Gain<th>Test that it is in use<th>Upstream<th>Delete when
 *
 * <tr><td>{@code built-settings}: {@link org.parley.tuning.BuiltSettings}
 * <td>takes the objects of settings that nobody has changed from the build of the executable
 * <td>SmallRye Config, which makes all of them at each start, out of some 600 names
 * <td>GAIN built-settings
 * <td>{@code BuiltSettingsTest}; {@code StartIT.a_later_start_is_tuned} on the executable
 * <td>quarkusio/quarkus#53036 (open): say at the build which settings may be changed at a start
 * <td>that is done; or SmallRye Config without {@code ConfigMappings.registerConfigMappings}, which its main branch has removed
 *
 * <tr><td>{@code field-access}: {@link org.parley.tuning.FieldAccess}
 * <td>reads and writes the fields of entities, found by their names
 * <td>Hibernate's own access by fields, which also looks for a getter and a setter of each, among all methods of the class
 * <td>GAIN field-access
 * <td>{@code FieldAccessTest}
 * <td>none found that asks for it; HHH-17987 made the search cheaper, quarkusio/quarkus#43692 (open) wants no reflection at all
 * <td>Hibernate no longer searches methods where it uses fields
 *
 * <tr><td>{@code record-persister}: {@link org.parley.tuning.RecordPersister}
 * <td>prepares the SQL that inserts, updates, deletes, merges or loads one entity when it is first needed
 * <td>{@code SingleTableEntityPersister}, which prepares all of it at each start
 * <td>GAIN record-persister
 * <td>{@code RecordPersisterTest}
 * <td>none found; quarkusio/quarkus#40897 (open) moves other parts of Hibernate's start to the build
 * <td>Hibernate prepares it when needed; or no entity is mapped any more
 *
 * <tr><td>{@code disabled-telemetry}: {@link org.parley.tuning.DisabledTelemetry}
 * <td>makes OpenTelemetry's SDK only where traces are switched on
 * <td>Quarkus's {@code OpenTelemetryRecorder}, which makes it always
 * <td>GAIN disabled-telemetry
 * <td>{@code DisabledTelemetryTest}
 * <td>quarkusio/quarkus#43502 (closed) has mended the same for requests; none found for the start
 * <td>Quarkus makes none if {@code quarkus.otel.sdk.disabled} is set
 *
 * <tr><td>{@code parser-warm-up}: {@link org.parley.tuning.ParserWarmUp}
 * <td>has the parser of GraphQL work out its grammar when the executable is built
 * <td>the first request, which has to wait for it
 * <td>GAIN parser-warm-up
 * <td>{@code ParserWarmUpTest}; {@code StartIT.a_later_start_is_tuned} on the executable
 * <td>antlr/antlr4#3682 (open): keep what the parser has worked out
 * <td>that is done and graphql-java uses it
 *
 * <tr><td>{@code early-opening}: {@link org.parley.tuning.EarlyOpening}
 * <td>opens H2's file on a thread of its own while Hibernate starts
 * <td>the pool's first connection, which opens it after Hibernate has started
 * <td>GAIN early-opening
 * <td>{@code EarlyOpeningTest}; {@code StartIT.a_later_start_is_tuned}
 * <td>none found; the pool's {@code initial-size} would open it as early, and would make the file where there is none
 * <td>Parley starts without Hibernate, or H2 opens a file in a few milliseconds
 * </table>
 */
package org.parley.tuning;
