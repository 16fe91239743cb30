package firsthour.demo;

import firsthour.connectors.Post;
import firsthour.demo.SampleRows.Fate;
import firsthour.triage.CaseState;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;

/// Puts three weeks on the agenda: when each post is detected, and what comes of it.
@Singleton
class SampleStory {
    private static final Duration RECENT = Duration.ofDays(1);
    private static final Duration LOOKED_AT_AFTER = Duration.ofMinutes(40);
    private static final String LOOKED_AT_BY = "tom";
    private static final String LOOKED_AT_NOTE = "Read: there is nothing to answer here.";

    private final SampleIntake intake;
    private final SampleDeeds deeds;
    private final SampleStaff staff;
    private final SampleClocks clocks;
    private final SampleChecks checks;
    private final SampleThanks thanks;
    private final SampleCause cause;
    private final SampleRows rows;
    private final Cases cases;

    SampleStory(
            SampleIntake intake,
            SampleDeeds deeds,
            SampleStaff staff,
            SampleClocks clocks,
            SampleChecks checks,
            SampleThanks thanks,
            SampleCause cause,
            SampleRows rows,
            Cases cases) {
        this.intake = intake;
        this.deeds = deeds;
        this.staff = staff;
        this.clocks = clocks;
        this.checks = checks;
        this.thanks = thanks;
        this.cause = cause;
        this.rows = rows;
        this.cases = cases;
    }

    /// Puts all of a sample on the agenda; the team has joined already.
    void plan(Scene scene, Sample sample) {
        var posts = sample.posts().stream().collect(Collectors.toMap(SamplePost::id, p -> p));
        sample.posts().forEach(post -> planArrival(scene, post));
        for (var line : sample.deeds()) {
            deeds.plan(scene, Objects.requireNonNull(posts.get(line.post()), line.post()), line);
        }
        checks.plan(scene, sample.deeds());
        thanks.plan(scene, posts);
        cause.plan(scene);
        var told = sample.deeds().stream().map(Deeds::post).collect(Collectors.toSet());
        sample.posts().stream()
                .filter(post -> !told.contains(post.id()))
                .filter(post -> post.age().compareTo(RECENT) > 0)
                .forEach(post -> planLook(scene, post));
    }

    private void planArrival(Scene scene, SamplePost post) {
        var now = scene.now();
        scene.agenda().add(post.detectedAt(now), () -> take(scene, post, post.first(now)));
        var edit = post.edit();
        if (edit != null) {
            var seen = post.editedAt(edit, now).plus(post.lag());
            scene.agenda().add(seen, () -> take(scene, post, post.edited(edit, now)));
        }
    }

    private void take(Scene scene, SamplePost post, Post version) {
        intake.take(post, version);
        clocks.sweep();
        clocks.watch(scene, post.id());
    }

    /// What the model flagged although no deed is about it was looked at by somebody: so nothing
    /// old lies about, whatever the model.
    private void planLook(Scene scene, SamplePost post) {
        scene.agenda()
                .add(
                        post.detectedAt(scene.now()).plus(LOOKED_AT_AFTER),
                        () ->
                                rows.findFate(scene.brandId(), post.id())
                                        .filter(Fate::opened)
                                        .map(Fate::caseId)
                                        .filter(this::isUntouched)
                                        .ifPresent(this::look));
    }

    private boolean isUntouched(long caseId) {
        var known = cases.find(caseId).orElseThrow();
        return known.state() == CaseState.OPEN && known.acknowledgedAt().isEmpty();
    }

    private void look(long caseId) {
        staff.dismiss(caseId, LOOKED_AT_BY, DismissalReason.NOT_A_COMPLAINT, LOOKED_AT_NOTE);
    }
}
