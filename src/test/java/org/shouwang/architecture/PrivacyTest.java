package org.shouwang.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * Nothing of a person gets into a log or an exception because somebody printed a record. A device's records, an organisation's and a worker's
 * own posts say nothing of a person themselves.
 */
@AnalyzeClasses(packages = "org.shouwang", importOptions = ImportOption.DoNotIncludeTests.class)
class PrivacyTest {

    @ArchTest
    static final ArchRule whatCarriesPeopleDoesNotPrintThem = classes()
            .that()
            .areRecords()
            .and()
            .resideInAnyPackage("org.shouwang.register", "org.shouwang.visit", "org.shouwang.staff")
            .and()
            .haveNameMatching(".*\\.(\\w+(Form|View|Summary)|ChildAnswers|InjuryDetail|Household(Form|View)\\$Member)")
            .and()
            .haveNameNotMatching(".*\\.(Device(Form|View)|Organisation(Form|View)|MeView)")
            .should(printThemselves());

    /** The toString that the compiler makes for a record is final; a written one is not. */
    private static ArchCondition<JavaClass> printThemselves() {
        return new ArchCondition<>("have a toString of their own") {
            @Override
            public void check(JavaClass record, ConditionEvents events) {
                boolean generated = record.getMethod("toString").getModifiers().contains(JavaModifier.FINAL);
                events.add(new SimpleConditionEvent(record, !generated, record.getName() + " prints its components"));
            }
        };
    }
}
