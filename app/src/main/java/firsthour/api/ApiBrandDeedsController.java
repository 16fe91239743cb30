package firsthour.api;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.QueryError;
import firsthour.brand.Rejected;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Adds brands, and changes what is tracked for one and how its mentions become cases.
@Controller(ApiPath.ROOT + "/brands")
@Secured(Scopes.MANAGE)
@ForPrograms
@Tag(name = "Brands")
@Tag(name = "scope MANAGE")
final class ApiBrandDeedsController {
    private final Brands brands;
    private final Bodies bodies;
    private final Once once;

    ApiBrandDeedsController(Brands brands, Bodies bodies, Once once) {
        this.brands = brands;
        this.bodies = bodies;
        this.once = once;
    }

    /// Adds a brand with its first tracked query.
    @Post
    HttpResponse<BrandJson> addBrand(
            @Body @Schema(implementation = Sent.Brand.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return change(
                Asked.of(request, body),
                Sent.Brand.class,
                sent -> () -> brands.addWithQuery(sent.name(), sent.zone(), sent.query()).id());
    }

    /// Changes how a brand's mentions become cases.
    @Post("/{id}/rules")
    HttpResponse<BrandJson> changeRules(
            long id,
            @Body @Schema(implementation = Sent.Rules.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return change(
                Asked.of(request, body),
                Sent.Rules.class,
                sent -> () -> brands.change(with(get(id), sent)).id());
    }

    /// Adds a tracked query; every new post is matched against it.
    @Post("/{id}/queries")
    HttpResponse<BrandJson> addQuery(
            long id,
            @Body @Schema(implementation = Sent.Query.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return change(
                Asked.of(request, body),
                Sent.Query.class,
                sent -> () -> brands.addQuery(get(id).id(), sent.query()).brandId());
    }

    /// Removes a tracked query; what it found stays.
    @Post("/{id}/queries/{query}/remove")
    @Consumes(MediaType.ALL)
    BrandJson removeQuery(long id, long query) {
        brands.removeQuery(get(id).id(), query);
        return BrandJson.of(get(id), brands);
    }

    /// Removes an account from the brand's own.
    @Post("/{id}/accounts/{account}/remove")
    @Consumes(MediaType.ALL)
    BrandJson removeAccount(long id, long account) {
        brands.removeOwnAccount(get(id).id(), account);
        return BrandJson.of(get(id), brands);
    }

    /// Names an account as the brand's own: its posts are replies, never mentions.
    @Post("/{id}/accounts")
    HttpResponse<BrandJson> addAccount(
            long id,
            @Body @Schema(implementation = Sent.Account.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return change(
                Asked.of(request, body),
                Sent.Account.class,
                sent ->
                        () ->
                                brands.addOwnAccount(
                                                get(id).id(),
                                                sent.network(),
                                                sent.handle(),
                                                sent.bot())
                                        .brandId());
    }

    private <B> HttpResponse<BrandJson> change(
            Asked asked, Class<B> shape, Function<B, Callable<Long>> deed) {
        return once.within(
                asked,
                BrandJson.class,
                () -> {
                    var sent = bodies.read(asked.body(), shape);
                    try {
                        return BrandJson.of(get(deed.apply(sent).call()), brands);
                    } catch (Rejected e) {
                        throw Refused.field(e.field(), String.valueOf(e.getMessage()));
                    } catch (QueryError e) {
                        throw Refused.field("query", String.valueOf(e.getMessage()));
                    } catch (OptimisticLockException _) {
                        throw Refused.conflict(
                                ProblemCode.STALE,
                                "Somebody changed the rules meanwhile. Nothing was saved: look at theirs,"
                                        + " then change yours again.");
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException("A brand could not be changed", e);
                    }
                });
    }

    private Brand get(long id) {
        return brands.find(id).orElseThrow(() -> Refused.missing("brand", id));
    }

    private static Brand with(Brand brand, Sent.Rules rules) {
        return new Brand(
                brand.id(),
                brand.name(),
                rules.zone(),
                rules.threshold(),
                rules.lookReviews(),
                rules.lookPosts(),
                rules.inquiries(),
                brand.sample(),
                brand.createdAt(),
                rules.version());
    }
}
