package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.brand.Brand;
import firsthour.brand.Brands;
import java.time.Instant;
import java.util.List;

/// What is tracked for whom.
///
/// @param zone in which its reports are made
/// @param threshold probability from which a mention becomes a case
/// @param lookReviews whether a review in an unknown language becomes a case
/// @param lookPosts whether any other post in an unknown language becomes a case
/// @param inquiries whether a question to the brand becomes a case
/// @param sample made by the demo: its posts and people are invented
/// @param version goes into the next change of its rules
@JsonInclude(JsonInclude.Include.ALWAYS)
record BrandJson(
        long id,
        String name,
        String zone,
        double threshold,
        boolean lookReviews,
        boolean lookPosts,
        boolean inquiries,
        boolean sample,
        Instant createdAt,
        long version,
        List<QueryJson> queries,
        List<AccountJson> ownAccounts) {

    /// A boolean query; a post that it matches is a mention of the brand.
    record QueryJson(long id, String query) {}

    /// An account of the brand itself: what it posts is a reply, never a mention.
    ///
    /// @param bot an automatic account, whose words stop no clock
    record AccountJson(long id, String network, String handle, boolean bot) {}

    static BrandJson of(Brand brand, Brands brands) {
        return new BrandJson(
                brand.id(),
                brand.name(),
                brand.zone(),
                brand.threshold(),
                brand.lookReviews(),
                brand.lookPosts(),
                brand.inquiries(),
                brand.sample(),
                brand.createdAt(),
                brand.version(),
                brands.listQueries(brand.id()).stream()
                        .map(query -> new QueryJson(query.id(), query.query()))
                        .toList(),
                brands.listOwnAccounts(brand.id()).stream()
                        .map(own ->
                                new AccountJson(own.id(), own.network(), own.handle(), own.bot()))
                        .toList());
    }
}
