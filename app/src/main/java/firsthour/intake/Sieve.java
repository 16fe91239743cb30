package firsthour.intake;

import firsthour.brand.Brands;
import firsthour.brand.Source;
import firsthour.brand.TrackedQueries;
import firsthour.connectors.Post;
import firsthour.connectors.StreamBatch;
import firsthour.connectors.StreamEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Picks out of a whole network's stream what concerns a source's brand.
@Singleton
class Sieve {
    private final TrackedQueries queries;
    private final Brands brands;

    Sieve(TrackedQueries queries, Brands brands) {
        this.queries = queries;
        this.brands = brands;
    }

    /// What is left of a batch.
    ///
    /// @param gone ids of posts that are gone, stored or not
    /// @param goneAuthors handles of authors who are gone with all that they wrote
    /// @param posts that stand after all of that and concern the brand, the latest version of each
    record Sifted(Set<String> gone, Set<String> goneAuthors, List<Post> posts) {}

    Sifted sift(Source source, StreamBatch batch) {
        var gone = new LinkedHashSet<String>();
        var goneAuthors = new LinkedHashSet<String>();
        var posts = new LinkedHashMap<String, Post>();
        for (var event : batch.events()) {
            switch (event) {
                case StreamEvent.Posted(var post) -> posts.put(post.externalId(), post);
                case StreamEvent.PostGone(var id) -> {
                    posts.remove(id);
                    gone.add(id);
                }
                case StreamEvent.AuthorGone(var handle) -> {
                    posts.values().removeIf(post -> isBy(handle, post));
                    goneAuthors.add(handle);
                }
            }
        }
        return new Sifted(gone, goneAuthors, concerning(source, posts));
    }

    /// Posts that a query of the brand matches, and its own accounts' words.
    private List<Post> concerning(Source source, Map<String, Post> posts) {
        if (posts.isEmpty()) {
            return List.of();
        }
        var all = List.copyOf(posts.values());
        var named = queries.match(all.stream().map(Intake::words).toList());
        var accounts =
                brands.findOwnAccounts(source.network()).stream()
                        .filter(account -> Long.valueOf(account.brandId()).equals(source.brandId()))
                        .toList();
        var kept = new ArrayList<Post>();
        for (int i = 0; i < all.size(); i++) {
            if (named.get(i).contains(source.brandId()) || Intake.isOwn(accounts, all.get(i))) {
                kept.add(all.get(i));
            }
        }
        return kept;
    }

    private static boolean isBy(String handle, Post post) {
        return post.author().filter(author -> author.handle().equals(handle)).isPresent();
    }
}
