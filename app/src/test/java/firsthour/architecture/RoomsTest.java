package firsthour.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/// The table of rooms holds: what no row allows is a failure.
@AnalyzeClasses(
        packages = "firsthour",
        importOptions = {
            ImportOption.DoNotIncludeTests.class,
            RoomsTest.NoTestsOfOtherModules.class
        })
class RoomsTest {
    private static final String ROOT = "firsthour";

    /// Tests of another module come as a jar.
    static final class NoTestsOfOtherModules implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule EACH_ROOM_IMPORTS_ONLY_WHAT_ITS_ROW_NAMES =
            classes().should(importOnlyWhatTheRowNames());

    @ArchTest
    static final ArchRule NO_PACKAGE_IS_NAMED_AFTER_A_LAYER =
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..common..",
                            "..util..",
                            "..helper..",
                            "..dto..",
                            "..impl..",
                            "..model..",
                            "..service..",
                            "..manager..");

    @ArchTest
    static final ArchRule NO_FIELD_IS_INJECTED = noFields().should().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule ONLY_THE_CLOCK_ASKS_FOR_THE_TIME =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("firsthour.time")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    private static ArchCondition<JavaClass> importOnlyWhatTheRowNames() {
        return new ArchCondition<>("import only what its row in the table of rooms names") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                var room = Rooms.find(below(from.getPackageName()));
                if (room.isEmpty()) {
                    // Generated templates have no room.
                    if (from.getPackageName().startsWith(ROOT)) {
                        events.add(
                                SimpleConditionEvent.violated(
                                        from, from.getName() + " stands in no room"));
                    }
                    return;
                }
                for (var dependency : from.getDirectDependenciesFromSelf()) {
                    var to = dependency.getTargetClass().getBaseComponentType();
                    if (!to.isPrimitive() && !allowed(room.get(), to.getPackageName())) {
                        events.add(
                                SimpleConditionEvent.violated(from, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean allowed(Rooms.Room room, String target) {
        return isOurs(target) ? Rooms.mayImport(room, below(target)) : Rooms.mayUse(room, target);
    }

    private static boolean isOurs(String name) {
        return name.equals(ROOT) || name.startsWith(ROOT + ".");
    }

    private static String below(String name) {
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }
}
