package io.github.nimbleapi.examples;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom, in all published modules; here, because here alone they are seen together. */
class ArchitectureTest {
    private static final String CORE_INTERNAL = "io.github.nimbleapi.internal..";
    private static final String JACKSON = "com.fasterxml..";
    private static final DescribedPredicate<JavaClass> TRANSPORT =
            resideInAnyPackage("java.net.http..", "io.github.nimbleapi.internal.http..");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.nimbleapi");

    @Test
    void allModulesAreSeen() {
        assertThat(modules()).extracting(ModuleDescriptor::name).hasSize(3);
        for (String one : List.of("NimbleClient", "control.guard.SessionGuard", "testkit.FakeNimble")) {
            assertThat(CLASSES.contain("io.github.nimbleapi." + one)).as(one).isTrue();
        }
    }

    @Test
    void nothingInternalIsExportedToAll() {
        assertThat(modules().stream().flatMap(module -> module.exports().stream()))
                .filteredOn(export -> !export.isQualified())
                .extracting(ModuleDescriptor.Exports::source)
                .noneMatch(name -> name.contains("internal"));
    }

    @Test
    void noPublicSignatureShowsJackson() {
        classes()
                .that()
                .arePublic()
                .and(not(resideInAPackage("..internal..")))
                .should(showNothingOf(JACKSON))
                .check(CLASSES);
    }

    @Test
    void onlyControlUsesWhatIsInternalToCore() {
        noClasses()
                .that()
                .resideInAnyPackage("..testkit..", "..examples..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CORE_INTERNAL)
                .check(CLASSES);
    }

    @Test
    void ofThatControlUsesTheReadingOfJsonAndAddressesOnly() {
        noClasses()
                .that()
                .resideInAPackage("..control..")
                .should()
                .dependOnClassesThat(resideInAPackage(CORE_INTERNAL)
                        .and(not(resideInAnyPackage(
                                "io.github.nimbleapi.internal.json", "io.github.nimbleapi.internal.ip"))))
                .check(CLASSES);
    }

    @Test
    void theFakeWritesItsTextItself() {
        noClasses()
                .that()
                .resideInAPackage("..testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(JACKSON)
                .check(CLASSES);
    }

    /** But {@code Endpoint}, the table of paths, they may. */
    @Test
    void valuesDoNotKnowTheTransport() {
        DescribedPredicate<JavaClass> table =
                DescribedPredicate.describe("Endpoint", c -> c.getName().contains(".internal.http.Endpoint"));
        noClasses()
                .that()
                .resideInAPackage("io.github.nimbleapi.*")
                .and()
                .resideOutsideOfPackages("..internal", "..testkit", "..examples")
                .should()
                .dependOnClassesThat(TRANSPORT.and(not(table)))
                .check(CLASSES);
    }

    @Test
    void packagesDoNotKnowEachOtherInCircles() {
        for (String packages : List.of(
                "io.github.nimbleapi.(*)", "io.github.nimbleapi.internal.(*)..", "io.github.nimbleapi.control.(*)..")) {
            slices().matching(packages).should().beFreeOfCycles().check(CLASSES);
        }
    }

    private static List<ModuleDescriptor> modules() {
        Path[] published = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.matches(".*nimble-api-(core|control|testkit)\\b.*"))
                .map(Path::of)
                .toArray(Path[]::new);
        return ModuleFinder.of(published).findAll().stream()
                .map(ModuleReference::descriptor)
                .collect(Collectors.toList());
    }

    private static ArchCondition<JavaClass> showNothingOf(String packages) {
        return new ArchCondition<>("show nothing of " + packages) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                shown(type)
                        .filter(resideInAPackage(packages))
                        .forEach(shown -> events.add(
                                SimpleConditionEvent.violated(type, type.getName() + " shows " + shown.getName())));
            }
        };
    }

    private static Stream<JavaClass> shown(JavaClass type) {
        Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> members =
                type.getMembers().stream().filter(ArchitectureTest::isVisible).flatMap(ArchitectureTest::typesOf);
        return Stream.concat(parents, members).flatMap(shown -> shown.getAllInvolvedRawTypes().stream());
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> typesOf(JavaMember member) {
        if (member instanceof JavaField) {
            return Stream.of(((JavaField) member).getType());
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        Stream<JavaType> thrown = unit.getThrowsClause().getTypes().stream().map(JavaType.class::cast);
        return Stream.concat(Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream()), thrown);
    }
}
