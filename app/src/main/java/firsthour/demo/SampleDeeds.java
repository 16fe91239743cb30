package firsthour.demo;

import firsthour.demo.SampleRows.Fate;
import firsthour.scoring.Corrections;
import firsthour.triage.ReplyKind;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Puts on the agenda what the staff do about a post.
@Singleton
class SampleDeeds {
    private final SampleIntake intake;
    private final SampleStaff staff;
    private final SampleLooks looks;
    private final SampleCare care;
    private final SampleClocks clocks;
    private final SampleRows rows;
    private final Corrections corrections;

    SampleDeeds(
            SampleIntake intake,
            SampleStaff staff,
            SampleLooks looks,
            SampleCare care,
            SampleClocks clocks,
            SampleRows rows,
            Corrections corrections) {
        this.intake = intake;
        this.staff = staff;
        this.looks = looks;
        this.care = care;
        this.clocks = clocks;
        this.rows = rows;
        this.corrections = corrections;
    }

    void plan(Scene scene, SamplePost post, Deeds deeds) {
        var by = deeds.by();
        if (by == null) {
            return;
        }
        deeds.ifOverlooked()
                .ifPresent(correction ->
                        at(
                                scene,
                                post,
                                correction.after(),
                                () -> correct(scene, post, correction, by)));
        onCase(scene, post, deeds.claim(), id -> staff.claim(id, by));
        var look = deeds.look();
        if (look != null) {
            onCase(scene, post, look.after(), id -> looks.ask(id, by, look.text()));
            onCase(scene, post, look.back().after(), id -> looks.sendBack(id, look.back()));
        }
        say(scene, post, deeds.acknowledge(), by, ReplyKind.ACKNOWLEDGEMENT);
        say(scene, post, deeds.answer(), by, ReplyKind.ANSWER);
        var promise = deeds.promise();
        if (promise != null) {
            var due = post.detectedAt(scene.now()).plus(promise.due());
            onCase(scene, post, promise.after(), id -> care.promise(id, by, promise.text(), due));
            onCase(scene, post, promise.kept(), id -> care.keep(id, by));
        }
        var remedy = deeds.remedy();
        if (remedy != null) {
            onCase(scene, post, remedy.after(), id -> care.give(id, by, remedy));
        }
        onCase(scene, post, deeds.resolve(), id -> staff.resolve(id, by));
        var dismissal = deeds.dismiss();
        if (dismissal != null) {
            onCase(
                    scene,
                    post,
                    dismissal.after(),
                    id -> staff.dismiss(id, by, dismissal.reason(), dismissal.note()));
        }
    }

    /// Only where the model overlooked it: what is a case already needs no correction.
    private void correct(Scene scene, SamplePost post, Deeds.Correction correction, String by) {
        var overlooked =
                rows.findFate(scene.brandId(), post.id()).filter(fate -> fate.caseId() == null);
        overlooked.ifPresent(fate -> {
            corrections.correct(fate.mentionId(), staff.id(by), correction.polarity(), 0);
            intake.decide();
            clocks.watch(scene, post.id());
        });
    }

    private void say(
            Scene scene, SamplePost post, Deeds.@Nullable Words words, String by, ReplyKind kind) {
        if (words != null) {
            var url = "https://%s.example/%s/%s".formatted(post.network(), post.id(), kind.words());
            onCase(scene, post, words.after(), id -> staff.say(id, by, kind, words.text(), url));
        }
    }

    private void onCase(Scene scene, SamplePost post, @Nullable Duration after, LongConsumer deed) {
        if (after != null) {
            at(
                    scene,
                    post,
                    after,
                    () ->
                            rows.findFate(scene.brandId(), post.id())
                                    .map(Fate::caseId)
                                    .ifPresent(deed::accept));
        }
    }

    private static void at(Scene scene, SamplePost post, Duration after, Runnable what) {
        scene.agenda().add(post.detectedAt(scene.now()).plus(after), what);
    }
}
