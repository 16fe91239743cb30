package firsthour.api;

import firsthour.recovery.Testimonial;
import firsthour.recovery.Testimonial.Scope;
import firsthour.recovery.Testimonials;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What customers let us quote.
@Controller(ApiPath.ROOT + "/testimonials")
@Secured(Scopes.READ)
@ForPrograms
@Tag(name = "Testimonials")
@Tag(name = "scope READ")
final class ApiTestimonialsController {
    private final Testimonials testimonials;

    ApiTestimonialsController(Testimonials testimonials) {
        this.testimonials = testimonials;
    }

    /// The register, the newest first. What is over gives no words.
    ///
    /// @param brand the id of one brand; of all where it is missing
    /// @param after the “next” of the page before
    /// @param limit how many, 1 to 200; 50 where it is missing
    @Get
    Listing<TestimonialJson> listTestimonials(
            @QueryValue @Nullable Long brand,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit) {
        int most = Listing.size(limit);
        var found =
                testimonials.list(
                        brand == null ? 0 : brand,
                        after == null ? Long.MAX_VALUE : Listing.id(after),
                        most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        return new Listing<>(
                shown.stream().map(TestimonialJson::of).toList(),
                found.size() > most ? Long.toString(shown.getLast().id()) : null);
    }

    /// What may be used at this moment, the oldest first: ask again each time before it is used.
    /// What its author has rewritten since is not.
    ///
    /// @param brand the id of one brand; of all where it is missing
    /// @param scope only what may be used so
    /// @param after the “next” of the page before
    /// @param limit how many, 1 to 200; 50 where it is missing
    @Get("/usable")
    Listing<TestimonialJson> listUsableTestimonials(
            @QueryValue @Nullable Long brand,
            @QueryValue @Nullable Scope scope,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit) {
        return Listing.of(
                testimonials.listUsable(brand == null ? 0 : brand).stream()
                        .filter(it -> scope == null || allows(it, scope))
                        .map(TestimonialJson::of)
                        .toList(),
                TestimonialJson::id,
                after,
                limit);
    }

    /// A testimonial.
    @Get("/{id}")
    TestimonialJson getTestimonial(long id) {
        return testimonials
                .find(id)
                .map(TestimonialJson::of)
                .orElseThrow(() -> Refused.missing("testimonial", id));
    }

    private static boolean allows(Testimonial it, Scope scope) {
        return it.permission().filter(given -> given.scopes().contains(scope)).isPresent();
    }
}
