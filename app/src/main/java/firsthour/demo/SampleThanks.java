package firsthour.demo;

import firsthour.demo.SampleRows.Fate;
import firsthour.recovery.Signs;
import firsthour.recovery.Testimonial.Scope;
import firsthour.recovery.Testimonials;
import firsthour.recovery.Testimonials.Grant;
import firsthour.response.ReplyDraft;
import firsthour.response.Thanks;
import firsthour.team.Role;
import firsthour.time.Clock;
import firsthour.triage.Actor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Puts on the agenda what comes after the answers: thanks for praise, a testimonial, and the signs
/// of who was won back. What another model takes for no praise is left out.
@Singleton
class SampleThanks {
    private static final Duration AFTER = Duration.ofHours(3);

    /// A review that got more stars after Tom's answer.
    private static final String WON_BACK = "r027";

    private static final String QUOTE =
            "Four stars because he did not pretend that it had not happened.";

    private final Thanks thanks;
    private final Testimonials testimonials;
    private final Signs signs;
    private final SampleStaff staff;
    private final SampleRows rows;
    private final Clock clock;

    SampleThanks(
            Thanks thanks,
            Testimonials testimonials,
            Signs signs,
            SampleStaff staff,
            SampleRows rows,
            Clock clock) {
        this.thanks = thanks;
        this.testimonials = testimonials;
        this.signs = signs;
        this.staff = staff;
        this.rows = rows;
        this.clock = clock;
    }

    void plan(Scene scene, Map<String, SamplePost> posts) {
        praised(
                scene,
                posts.get("r016"),
                id ->
                        thank(
                                id,
                                "tom",
                                "Inga, the corner is yours whenever you come with the pram. I have"
                                        + " told Sofia at the counter what you wrote. Tom, Kestrel Coffee"));
        praised(
                scene,
                posts.get("r006"),
                id ->
                        thank(
                                id,
                                "maya",
                                "The green glasses are Joan's, and she blushed when I read this to"
                                        + " her. Thank you. Maya, Kestrel Coffee"));
        scene.agenda()
                .add(
                        scene.now(),
                        () -> {
                            seeSigns();
                            quote(scene, WON_BACK, QUOTE);
                        });
    }

    private void praised(Scene scene, @Nullable SamplePost post, LongConsumer deed) {
        if (post != null) {
            scene.agenda()
                    .add(
                            post.detectedAt(scene.now()).plus(AFTER),
                            () ->
                                    rows.findFate(scene.brandId(), post.id())
                                            .map(Fate::mentionId)
                                            .filter(id -> thanks.find(id).isPresent())
                                            .ifPresent(deed::accept));
        }
    }

    private void thank(long mentionId, String by, String words) {
        thanks.record(mentionId, actor(by), new ReplyDraft(words, "", clock.instant()), Map.of());
    }

    /// Who was won back is asked, and agrees.
    private void quote(Scene scene, String post, String words) {
        var mention = rows.findFate(scene.brandId(), post).map(Fate::mentionId);
        if (mention.flatMap(testimonials::findWords).isEmpty()) {
            return;
        }
        testimonials.ask(mention.get(), actor("ruth"), words);
        var lastDay = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusYears(1);
        testimonials
                .findByMention(mention.get())
                .ifPresent(asked ->
                        testimonials.grant(
                                asked.id(),
                                asked.version(),
                                actor("ruth"),
                                new Grant(
                                        EnumSet.of(Scope.WEBSITE, Scope.SOCIAL),
                                        true,
                                        Optional.of(lastDay),
                                        "",
                                        "Agreed by mail; it lies in the brand's folder.")));
    }

    private void seeSigns() {
        while (signs.sweepMentions()) {
            // Until all cases are known.
        }
        while (signs.sweepCase()) {
            // Until none is left to look at.
        }
    }

    private Actor actor(String key) {
        return new Actor(staff.id(key), Role.AGENT);
    }
}
