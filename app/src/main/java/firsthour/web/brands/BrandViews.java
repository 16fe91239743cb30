package firsthour.web.brands;

import static firsthour.language.Texts.t;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.Networks;
import firsthour.brand.Pushed;
import firsthour.brand.QueryError;
import firsthour.brand.Source;
import firsthour.brand.TrackedQuery;
import firsthour.mention.PostRow;
import firsthour.mention.QueryPreview;
import firsthour.scoring.JudgedWords;
import firsthour.scoring.TopicWords;
import firsthour.sentiment.Topic;
import firsthour.web.shell.FormErrors;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts the pages of brands together.
@Singleton
class BrandViews {
    private static final int EXCERPT = 160;

    private final Brands brands;
    private final Networks networks;
    private final QueryPreview previews;
    private final TopicWords words;

    BrandViews(Brands brands, Networks networks, QueryPreview previews, TopicWords words) {
        this.brands = brands;
        this.networks = networks;
        this.previews = previews;
        this.words = words;
    }

    BrandsView list(BrandForm form, FormErrors errors) {
        var rows =
                brands.list().stream()
                        .map(brand ->
                                new BrandsView.Row(
                                        brand.id(),
                                        brand.name(),
                                        brand.zone(),
                                        brand.sample(),
                                        brands.listQueries(brand.id()).stream()
                                                .map(TrackedQuery::query)
                                                .toList()))
                        .toList();
        return new BrandsView(rows, form, errors);
    }

    BrandView one(Brand brand, BrandView.Typed typed, FormErrors errors) {
        var titles = titles();
        return new BrandView(
                brand.id(),
                brand.name(),
                brand.sample(),
                brands.listQueries(brand.id()).stream()
                        .map(query -> new BrandView.Query(query.id(), query.query()))
                        .toList(),
                brands.listOwnAccounts(brand.id()).stream()
                        .map(account ->
                                new BrandView.Account(
                                        account.id(),
                                        titles.getOrDefault(account.network(), account.network()),
                                        account.handle(),
                                        account.bot()))
                        .toList(),
                titles.entrySet().stream()
                        .map(entry -> new BrandView.Network(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing(BrandView.Network::title))
                        .toList(),
                typed.query(),
                typed.account(),
                typed.rules(),
                words.list(brand.id()).stream()
                        .map(word ->
                                new BrandView.Word(
                                        word.id(), word.word(), JudgedWords.of(word.topic())))
                        .toList(),
                Arrays.stream(Topic.values())
                        .map(topic -> new BrandView.Choice(topic.name(), JudgedWords.of(topic)))
                        .toList(),
                typed.word(),
                errors);
    }

    BrandView.Preview preview(String query) {
        if (query.isBlank()) {
            return new BrandView.Preview(null, "", List.of());
        }
        try {
            var caught = previews.of(query);
            return new BrandView.Preview(
                    null,
                    summary(caught),
                    caught.newest().stream().map(BrandViews::caught).toList());
        } catch (QueryError e) {
            return new BrandView.Preview(e.getMessage(), "", List.of());
        }
    }

    private static String summary(QueryPreview.Caught caught) {
        return caught.lookedAt() == 0
                ? t("No posts are stored yet, so there is nothing to try it on.")
                : t(
                        "It would have caught {0} of the newest {1} posts.",
                        caught.caught(), caught.lookedAt());
    }

    private static BrandView.Caught caught(PostRow post) {
        var words = post.words();
        return new BrandView.Caught(
                words.codePointCount(0, words.length()) <= EXCERPT
                        ? words
                        : words.substring(0, words.offsetByCodePoints(0, EXCERPT)) + "…",
                post.network(),
                post.authorHandle());
    }

    private Map<String, String> titles() {
        var titles = new TreeMap<>(Map.of(Source.FILE, t(Pushed.FILE.title())));
        networks.list().forEach(network -> titles.put(network.network(), t(network.title())));
        return titles;
    }
}
