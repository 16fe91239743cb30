package firsthour.api;

import firsthour.recovery.Attempt;
import firsthour.recovery.Testimonials;
import firsthour.recovery.Testimonials.Grant;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.triage.Actor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is written down about testimonials. Each deed on one names the version that was seen.
@Controller(ApiPath.ROOT)
@Secured(Scopes.WORK)
@ForPrograms
@Tag(name = "Testimonials")
@Tag(name = "scope WORK")
final class ApiTestimonialDeedsController {
    private final Testimonials testimonials;
    private final Bodies bodies;
    private final Once once;

    ApiTestimonialDeedsController(Testimonials testimonials, Bodies bodies, Once once) {
        this.testimonials = testimonials;
        this.bodies = bodies;
        this.once = once;
    }

    /// Where a testimonial stands after a deed.
    record Written(long id, long version) {}

    /// Writes down that somebody who praised, or was won back, was asked whether we may quote them.
    @Post("/mentions/{id}/testimonial")
    HttpResponse<Written> askForTestimonial(
            long id,
            @Body @Schema(implementation = Sent.Quote.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work(
                "praise",
                id,
                Asked.of(request, body),
                Sent.Quote.class,
                (actor, sent) -> testimonials.ask(id, actor, sent.quote()),
                () -> testimonials.findByMention(id).map(it -> new Written(it.id(), it.version())));
    }

    /// Writes down what the customer allows.
    @Post("/testimonials/{id}/grant")
    HttpResponse<Written> grantTestimonial(
            long id,
            @Body @Schema(implementation = Sent.Permission.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work(
                "testimonial",
                id,
                Asked.of(request, body),
                Sent.Permission.class,
                (actor, sent) ->
                        testimonials.grant(
                                id,
                                sent.version(),
                                actor,
                                new Grant(
                                        Set.copyOf(sent.scopes()),
                                        sent.named(),
                                        day(sent.lastDay()),
                                        Objects.requireNonNullElse(sent.proofUrl(), ""),
                                        Objects.requireNonNullElse(sent.proof(), ""))),
                () -> written(id));
    }

    /// Ends a testimonial: its words are given no more.
    @Post("/testimonials/{id}/withdraw")
    HttpResponse<Written> withdrawTestimonial(
            long id,
            @Body @Schema(implementation = Sent.Withdrawal.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work(
                "testimonial",
                id,
                Asked.of(request, body),
                Sent.Withdrawal.class,
                (actor, sent) ->
                        testimonials.withdraw(id, sent.version(), actor, sent.byCustomer()),
                () -> written(id));
    }

    private <B> HttpResponse<Written> work(
            String what,
            long id,
            Asked asked,
            Class<B> shape,
            BiFunction<Actor, B, Attempt> deed,
            Supplier<Optional<Written>> after) {
        return once.within(
                asked,
                Written.class,
                () -> {
                    var sent = bodies.read(asked.body(), shape);
                    try {
                        ApiRecoveryController.done(deed.apply(asked.actor(), sent));
                    } catch (NoSuchElementException e) {
                        throw Refused.missing(what, id);
                    }
                    return after.get().orElseThrow(() -> Refused.missing(what, id));
                });
    }

    private Optional<Written> written(long id) {
        return testimonials.find(id).map(it -> new Written(it.id(), it.version()));
    }

    private static Optional<LocalDate> day(@Nullable String sent) {
        try {
            return Optional.ofNullable(sent).map(LocalDate::parse);
        } catch (DateTimeParseException _) {
            throw Refused.field("lastDay", "Give a date such as 2027-12-31, or none.");
        }
    }
}
