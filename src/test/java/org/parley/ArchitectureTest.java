package org.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
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
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.parley.graph.Catalogue;
import org.parley.graph.Edge;
import org.parley.graph.Order;
import org.parley.graph.Page;

/** The rules that the code's structure keeps. */
@AnalyzeClasses(packages = "org.parley", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_do_not_depend_on_each_other_in_a_circle =
            slices().matching("org.parley.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_kernel_knows_no_feature = noClasses()
            .that()
            .resideInAPackage("org.parley.graph")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.parley.actor..",
                    "org.parley.assertion..",
                    "org.parley.disagreement..",
                    "org.parley.figure..",
                    "org.parley.http..",
                    "org.parley.incident..",
                    "org.parley.issue..",
                    "org.parley.limit..",
                    "org.parley.operate..",
                    "org.parley.pages..",
                    "org.parley.place..",
                    "org.parley.round..",
                    "org.parley.search..",
                    "org.parley.seed..",
                    "org.parley.source..",
                    "org.parley.start..",
                    "org.parley.statement..",
                    "org.parley.timeline..");

    @ArchTest
    static final ArchRule loading_knows_rows_and_no_feature = noClasses()
            .that()
            .resideInAPackage("org.parley.seed")
            .should()
            .dependOnClassesThat(
                    new com.tngtech.archunit.base.DescribedPredicate<>("are in another package than graph and seed") {
                        @Override
                        public boolean test(JavaClass type) {
                            return type.getPackageName().startsWith("org.parley")
                                    && !type.getPackageName().equals("org.parley.graph")
                                    && !type.getPackageName().equals("org.parley.seed");
                        }
                    });

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
    static final ArchRule catalogues_are_plural_and_repositories = classes()
            .that()
            .implement(Catalogue.class)
            .should()
            .haveSimpleNameEndingWith("s")
            .andShould()
            .beAssignableTo(PanacheRepositoryBase.class);

    @ArchTest
    static final ArchRule connections_edges_and_orders_are_named_as_such =
            classes().that().areAssignableTo(Page.class).should().haveSimpleNameEndingWith("Page");

    @ArchTest
    static final ArchRule edges_are_named_as_such =
            classes().that().areAssignableTo(Edge.class).should().haveSimpleNameEndingWith("Edge");

    @ArchTest
    static final ArchRule orders_are_named_as_such =
            classes().that().implement(Order.class).should().haveSimpleNameEndingWith("Order");

    @ArchTest
    static final ArchRule no_class_hides_behind_an_empty_word =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Service|DTO|Dto|Mapper|Base)");

    @ArchTest
    static final ArchRule nothing_prints = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.parley.start.Parley")
            .and()
            .haveNameNotMatching("org.parley.start.CodeLayout.*") // tells whoever builds the executable
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
            .should()
            .bePublic()
            .andShould()
            .notHaveModifier(JavaModifier.FINAL);

    private static boolean isBatch(JavaParameter parameter) {
        return parameter.isAnnotatedWith(Source.class) && parameter.getRawType().isEquivalentTo(List.class);
    }
}
