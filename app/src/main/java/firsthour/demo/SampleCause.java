package firsthour.demo;

import firsthour.causes.Cause;
import firsthour.causes.Causes;
import firsthour.causes.Deciding;
import firsthour.team.Role;
import firsthour.triage.Actor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/// What the invented staff know of the day on which a delivery round failed.
@Singleton
class SampleCause {
    private static final String ONE_OF_THEM = "m131";
    private static final Duration KNOWN_SINCE = Duration.ofHours(6);

    private final Causes causes;
    private final SampleRows rows;
    private final SampleStaff staff;

    SampleCause(Causes causes, SampleRows rows, SampleStaff staff) {
        this.causes = causes;
        this.rows = rows;
        this.staff = staff;
    }

    void plan(Scene scene) {
        scene.agenda()
                .add(
                        scene.now().minus(KNOWN_SINCE),
                        () ->
                                rows.findFate(scene.brandId(), ONE_OF_THEM)
                                        .flatMap(fate -> Optional.ofNullable(fate.caseId()))
                                        .flatMap(causes::findOf)
                                        .ifPresent(this::tell));
    }

    private void tell(Cause cause) {
        var told =
                causes.write(
                        cause.id(),
                        cause.version(),
                        new Actor(staff.id("maya"), Role.MANAGER),
                        "A delivery round that never left",
                        "The van of the northern round broke down at six and the system closed the round as done. All of it goes out tomorrow before ten; postage is refunded.");
        if (!(told instanceof Deciding.Done)) {
            throw new IllegalStateException("The sample's cause was refused: " + told);
        }
    }
}
