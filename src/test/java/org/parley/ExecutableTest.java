package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is tested inside the build's JVM is tested again on the packaged program: the jar, or the executable. */
@AnyDatabase
class ExecutableTest {
    /** What can't be, and why. */
    private static final Map<String, String> ONLY_INSIDE = Map.ofEntries(
            Map.entry(
                    "ScriptsTest",
                    "loads a record while the program runs; ScriptsIT asks the same of one that is started with it"),
            Map.entry("SqlBudgetTest", "counts the SQL statements of its own process"),
            Map.entry("FailureTest", "puts a fault between the routes, and reads what its own process logs"),
            Map.entry("DeadlineTest", "puts locks on the database from beside the operations"),
            Map.entry(
                    "GroupingTest", "has records counted by the database that are few enough to be counted in memory"),
            Map.entry("MappedTableTest", "calls what the command calls; ImportIT runs the command"),
            Map.entry("ReferencesTest", "calls what the command calls; ImportIT runs the command"),
            Map.entry("ImporterTest", "calls what the command calls; ImportIT runs the command"),
            Map.entry("IndexTest", "asks the database for its plans, beside the program that has it open"),
            Map.entry("SeederTest", "loads records while the program runs; StartIT does so by starting it"),
            Map.entry("DocumentsTest", "loads records while the program runs; StartIT does so by starting it"),
            Map.entry(
                    "ExportOfOthersTest",
                    "loads records while the program runs; ExportIT asks for those of the built-in one"),
            Map.entry(
                    "CountsOfOthersTest",
                    "loads records while the program runs; ExportIT asks for those of the built-in one"),
            Map.entry("RecordPagesTest", "loads records while the program runs; OtherRecordIT starts it with them"),
            Map.entry("ZonesTest", "sets the zone of its own process; StartIT starts programs in several"),
            Map.entry("ChangeTest", "compares all tables, beside the operations"),
            Map.entry("OwnRecordsTest", "adds records that no seed brought, which no request can do yet"),
            Map.entry("ResolverThreadTest", "notes the threads and transactions of its own process"),
            Map.entry("ExecutorsTest", "executes operations by the engine's classes, beside graphql-java"),
            Map.entry("RecordCacheTest", "counts the SQL statements of its own process"),
            Map.entry("KeptSnapshotsTest", "holds connections within its own process"),
            Map.entry("EntityTableTest", "compares objects with those that Hibernate makes within its own process"),
            Map.entry(
                    "ChangeMutationTest",
                    "changes the record of all other tests, and takes it back beside the operations; CuratingIT starts programs with records of their own"),
            Map.entry(
                    "ProposalTest",
                    "changes the record of all other tests, as ChangeMutationTest does; CuratingIT asks the same of programs"),
            Map.entry(
                    "KnownAtTest",
                    "changes the record of all other tests, as ChangeMutationTest does; CuratingIT asks programs for the record as it was"),
            Map.entry(
                    "MergeTest",
                    "changes the record of all other tests, as ChangeMutationTest does; CuratingIT merges in a program"),
            Map.entry(
                    "ErasureTest",
                    "changes the record of all other tests, and calls the command beside them; CuratingIT gives it to programs"),
            Map.entry(
                    "RebaseTest",
                    "changes the record of all other tests, and calls the command beside them; CuratingIT gives it to programs"),
            Map.entry(
                    "PermissionsTest",
                    "changes the record of all other tests, as ChangeMutationTest does; CuratingIT asks the same of programs"),
            Map.entry(
                    "SubscriptionTest",
                    "changes the record of all other tests, as ChangeMutationTest does; CuratingIT subscribes to programs"),
            Map.entry(
                    "RacesTest",
                    "changes the record of all other tests, as ChangeMutationTest does; CuratingIT lets programs race"),
            Map.entry("EditTest", "reads the schema of its own process"),
            Map.entry(
                    "CachedRecordsTest",
                    "begins the cache anew beside the operations; CuratingIT reads what programs have changed"),
            Map.entry("RebuildTest", "empties a table beside the operations; CuratingIT deletes a database"),
            Map.entry("OneMomentTest", "writes to the database from beside the operations"),
            Map.entry("ReplacementTest", "loads records while they are read; StartIT does so by SIGHUP"),
            Map.entry(
                    "BuiltSettingsTest",
                    "asks the settings of its own process; StartIT and OperateIT start it with others"),
            Map.entry(
                    "DisabledTelemetryTest", "asks for a bean of its own process; OperateIT sees that traces are made"),
            Map.entry("BadSeedTest", "does so some hundred times; StartIT shows that the faults end a start"));

    @Test
    void every_test_of_the_server_has_its_twin() {
        JavaClasses all = new ClassFileImporter().importPackages("org.parley");
        assertThat(all.stream()
                        .filter(type -> type.isAnnotatedWith(QuarkusTest.class))
                        .filter(type -> !ONLY_INSIDE.containsKey(type.getSimpleName()))
                        .toList())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getAllSubclasses())
                        .as("packaged twins of " + type.getName())
                        .anyMatch(ExecutableTest::testsThePackagedProgram));
    }

    private static boolean testsThePackagedProgram(JavaClass type) {
        return type.getSimpleName().endsWith("IT") && type.isAnnotatedWith(QuarkusIntegrationTest.class);
    }
}
