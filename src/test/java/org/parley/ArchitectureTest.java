package org.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.ext.web.Route;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.parley.graph.RawInput;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.Page;
import org.parley.lists.RecordRepository;

/** The rules that the code's structure keeps. */
@AnyDatabase
@AnalyzeClasses(packages = "org.parley", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_do_not_depend_on_each_other_in_a_circle =
            slices().matching("org.parley.(*)..").should().beFreeOfCycles();

    /**
     * What each part of the foundation may depend on. Every other package is a feature: whoever adds one need not name it here.
     */
    private static final Map<String, Set<String>> FOUNDATION = Map.ofEntries(
            entry("setting", Set.of()),
            entry("graph", Set.of()),
            entry("store", Set.of("graph", "setting")),
            entry("lists", Set.of("graph", "store")),
            entry("record", Set.of("graph", "store", "lists", "setting")),
            entry("limit", Set.of("graph", "store", "lists", "setting")),
            entry("engine", Set.of("graph", "limit")),
            entry("operate", Set.of("graph", "record", "setting", "store")),
            entry("journal", Set.of("graph")),
            entry("curator", Set.of("graph", "setting", "store")));

    /** They stand above the features, and no feature knows them. */
    private static final Set<String> EDGE = Set.of("export", "imports", "pages", "http", "start", "tuning");

    /** What a feature may depend on beside other features. */
    private static final Set<String> BELOW_FEATURES =
            Set.of("setting", "graph", "store", "lists", "record", "limit", "journal", "curator");

    @ArchTest
    static final ArchRule the_foundation_knows_no_feature =
            classes().that(are(ArchitectureTest::isFoundation)).should(dependOnlyOn(FOUNDATION::get));

    @ArchTest
    static final ArchRule a_feature_knows_the_record_and_other_features = classes()
            .that(are(name -> !isFoundation(name) && !EDGE.contains(name)))
            .should(new DependOnPackages(
                    "depend on features and on " + BELOW_FEATURES,
                    (from, to) -> BELOW_FEATURES.contains(to) || !isFoundation(to) && !EDGE.contains(to)));

    /** A tuning only saves time, so that it can be deleted by itself. */
    @ArchTest
    static final ArchRule nothing_needs_a_tuning = classes()
            .that(are(name -> !name.equals("tuning")))
            .should(new DependOnPackages("not depend on tuning", (from, to) -> !to.equals("tuning")));

    private static boolean isFoundation(String name) {
        return FOUNDATION.containsKey(name);
    }

    private static DescribedPredicate<JavaClass> are(Predicate<String> inPackage) {
        return DescribedPredicate.describe("are in a package of this kind", type -> inPackage.test(packageOf(type)));
    }

    private static ArchCondition<JavaClass> dependOnlyOn(Function<String, Set<String>> allowed) {
        return new DependOnPackages("depend only on what FOUNDATION allows", (from, to) -> allowed.apply(from)
                .contains(to));
    }

    /** The part of the name after org.parley; empty outside of it. */
    private static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("org.parley.")
                ? name.substring("org.parley.".length()).split("\\.")[0]
                : "";
    }

    private static final class DependOnPackages extends ArchCondition<JavaClass> {
        private final BiPredicate<String, String> allowed;

        DependOnPackages(String description, BiPredicate<String, String> allowed) {
            super(description);
            this.allowed = allowed;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            String from = packageOf(type);
            type.getDirectDependenciesFromSelf().forEach(dependency -> {
                String to = packageOf(dependency.getTargetClass());
                if (!to.isEmpty() && !to.equals(from) && !allowed.test(from, to)) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                }
            });
        }
    }

    /** What the graph is does not depend on who executes GraphQL. */
    @ArchTest
    static final ArchRule the_graph_knows_no_library_that_executes_it = noClasses()
            .that(are(name -> name.equals("graph")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("graphql..");

    /** The order of all that happens to a request stands in one place. */
    @ArchTest
    static final ArchRule only_one_class_orders_routes = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.parley.http.RouteOrder")
            .should()
            .callMethod(Route.class, "order", int.class);

    /** From Quarkus 3.38 on a resolver would get a transaction of its own; one stands around the operation instead (OperationScope). */
    @ArchTest
    static final ArchRule no_resolver_has_a_transaction_of_its_own = noClasses()
            .that()
            .areAnnotatedWith(GraphQLApi.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.transaction..");

    /** Two classes of one name are taken for each other in a signature and in a search. */
    @ArchTest
    static void no_two_classes_have_one_name(JavaClasses classes) {
        Map<String, List<String>> byName = classes.stream()
                .filter(type -> !packageOf(type).isEmpty() && type.isTopLevelClass())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(byName.values()).allSatisfy(names -> assertThat(names).hasSize(1));
    }

    @ArchTest
    static final ArchRule resolvers_are_public_and_named_as_such = classes()
            .that()
            .areAnnotatedWith(GraphQLApi.class)
            .should()
            .bePublic()
            .andShould()
            .haveSimpleNameEndingWith("Api");

    /** Quarkus registers them itself only where a field of theirs is not batched. */
    @ArchTest
    static final ArchRule resolvers_can_be_called_in_the_executable =
            classes().that().areAnnotatedWith(GraphQLApi.class).should().beAnnotatedWith(RegisterForReflection.class);

    @ArchTest
    static final ArchRule a_batched_field_takes_no_argument = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(GraphQLApi.class)
            .should(new ArchCondition<>("take nothing beside a batch") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean batched = method.getParameters().stream().anyMatch(ArchitectureTest::isBatch);
                    if (batched && method.getParameters().size() > 1) {
                        events.add(
                                SimpleConditionEvent.violated(
                                        method,
                                        method.getFullName()
                                                + ": the first alias's arguments would serve the whole batch; return a Page or a Later"));
                    }
                }
            });

    @ArchTest
    static final ArchRule entities_hold_ids_and_no_associations = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .beAnnotatedWith(ManyToOne.class)
            .orShould()
            .beAnnotatedWith(OneToMany.class)
            .orShould()
            .beAnnotatedWith(OneToOne.class)
            .orShould()
            .beAnnotatedWith(ManyToMany.class);

    @ArchTest
    static final ArchRule the_ids_of_other_records_stay_out_of_the_schema = fields().that()
            .haveNameMatching(".*Ids?")
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule only_repositories_and_parts_ask_the_database = noClasses()
            .that()
            .haveSimpleNameEndingWith("Api")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..");

    @ArchTest
    static final ArchRule repositories_of_records_are_plural_repositories = classes()
            .that()
            .implement(RecordRepository.class)
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .haveSimpleNameEndingWith("s")
            .andShould()
            .beAssignableTo(PanacheRepositoryBase.class);

    @ArchTest
    static final ArchRule connections_edges_and_orders_are_named_as_such =
            classes().that().areAssignableTo(Page.class).should().haveSimpleNameEndingWith("Page");

    @ArchTest
    static final ArchRule edges_are_named_as_such =
            classes().that().areAssignableTo(ListEdge.class).should().haveSimpleNameEndingWith("Edge");

    @ArchTest
    static final ArchRule orders_are_named_as_such =
            classes().that().implement(ListOrder.class).should().haveSimpleNameEndingWith("Order");

    @ArchTest
    static final ArchRule no_class_hides_behind_an_empty_word =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Service|DTO|Dto|Mapper|Base)");

    @ArchTest
    static final ArchRule nothing_prints = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.parley.start.Parley")
            .and()
            .doNotHaveFullyQualifiedName("org.parley.start.Ending") // tells why a start has failed
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule no_public_state_outside_of_the_graph = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areNotAnnotatedWith(Entity.class)
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameNotEndingWith("Filter")
            .and()
            .areDeclaredInClassesThat()
            .areNotAssignableTo(RawInput.class)
            .should()
            .bePublic()
            .andShould()
            .notHaveModifier(JavaModifier.FINAL);

    private static boolean isBatch(JavaParameter parameter) {
        return parameter.isAnnotatedWith(Source.class) && parameter.getRawType().isEquivalentTo(List.class);
    }
}
