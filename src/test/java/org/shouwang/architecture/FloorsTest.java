package org.shouwang.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.groups.UniCombine;
import io.smallrye.mutiny.groups.UniJoin;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The house plan: a room uses only rooms on floors below its own. */
@AnalyzeClasses(packages = "org.shouwang", importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {

    private static final List<Set<String>> FLOORS = List.of(
            Set.of("platform"),
            Set.of("area"),
            Set.of("staff"),
            Set.of("sync", "notification", "policy"),
            Set.of("register"),
            Set.of("visit"),
            Set.of("task"),
            Set.of("activity", "protection"),
            Set.of("overview", "performance"),
            Set.of("monitoring"),
            Set.of("console"),
            Set.of("devtools", "start"));

    private static final Map<String, Integer> FLOOR_OF = IntStream.range(0, FLOORS.size())
            .boxed()
            .flatMap(floor -> FLOORS.get(floor).stream().map(room -> Map.entry(room, floor)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    @ArchTest
    static final ArchRule arrowsPointDown = classes().should(useOnlyRoomsBelow());

    /** Where packages of one room share an entity, it is public, and still nobody else's to change. */
    @ArchTest
    static final ArchRule entitiesStayInTheirRoom =
            classes().that().areAnnotatedWith(Entity.class).should(beUsedInTheirRoomOnly());

    @ArchTest
    static final ArchRule resourcesOnlySpeakHttp = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.mutiny.sqlclient..", "org.hibernate..", "java.sql..");

    @ArchTest
    static final ArchRule transactionsStandOnUseCases = methods()
            .that()
            .areAnnotatedWith(WithTransaction.class)
            .should()
            .beDeclaredInClassesThat()
            .areNotAnnotatedWith(Path.class);

    @ArchTest
    static final ArchRule oneSessionIsOneChain = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(UniJoin.class, UniCombine.class)
            .because("a Hibernate Reactive session is one sequential chain and misuse is not detected");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that()
            .haveNameNotMatching("org.shouwang.(devtools.MovableClock|platform.SystemClock|staff.signin.Sessions)")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("only tokens use real time");

    @ArchTest
    static final ArchRule dependenciesComeThroughConstructors =
            fields().should().notBeAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule nothingIsPrinted = noClasses()
            .that()
            .resideOutsideOfPackage("org.shouwang.start")
            .should(ACCESS_STANDARD_STREAMS)
            .because("logging is up everywhere but in the first steps");

    @ArchTest
    static void everyRoomIsOnThePlan(JavaClasses classes) {
        Set<String> rooms = classes.stream()
                .map(FloorsTest::room)
                .filter(room -> !room.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(FLOOR_OF.keySet()).containsAll(rooms);
    }

    private static ArchCondition<JavaClass> useOnlyRoomsBelow() {
        return new ArchCondition<>("use only rooms on floors below") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getDirectDependenciesFromSelf().stream()
                        .filter(arrow -> pointsUpOrAcross(user, arrow.getTargetClass()))
                        .forEach(arrow -> events.add(SimpleConditionEvent.violated(user, arrow.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> beUsedInTheirRoomOnly() {
        return new ArchCondition<>("be used in their room only") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                entity.getDirectDependenciesToSelf().stream()
                        .filter(arrow -> !room(arrow.getOriginClass()).equals(room(entity)))
                        .forEach(arrow -> events.add(SimpleConditionEvent.violated(entity, arrow.getDescription())));
            }
        };
    }

    private static boolean pointsUpOrAcross(JavaClass user, JavaClass used) {
        String from = room(user);
        String to = room(used);
        return !to.isEmpty() && !to.equals(from) && FLOOR_OF.getOrDefault(to, 0) >= FLOOR_OF.getOrDefault(from, 0);
    }

    /** The room of one of our classes: the package right below org.shouwang; empty for all other classes. */
    private static String room(JavaClass javaClass) {
        String prefix = "org.shouwang.";
        String name = javaClass.getPackageName() + '.';
        return name.startsWith(prefix) && name.length() > prefix.length()
                ? name.substring(prefix.length(), name.indexOf('.', prefix.length()))
                : "";
    }
}
