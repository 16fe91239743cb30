package firsthour.connectors.appstore;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.appstore.ReviewFeed.Entry;
import firsthour.connectors.appstore.ReviewFeed.Label;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Times;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Makes posts of reviews.
final class EntryReader {
    private EntryReader() {}

    static void read(List<Entry> entries, List<Post> posts, List<Pull.Rejected> rejected) {
        for (Entry entry : entries) {
            Optional<String> id = Label.find(entry.id()).flatMap(PostRules::findId);
            Optional<Instant> updated = Label.find(entry.updated()).flatMap(Times::find);
            if (id.isEmpty() || updated.isEmpty()) {
                String where = id.map(known -> "review " + known).orElse("a review");
                rejected.add(new Pull.Rejected(where, "It has no id or no time."));
            } else {
                posts.add(post(entry, id.get(), updated.get()));
            }
        }
    }

    private static Post post(Entry entry, String id, Instant updated) {
        return new Post(
                id,
                page(entry),
                Label.find(entry.title()),
                Label.find(entry.content()).orElse(""),
                Optional.ofNullable(entry.author()).flatMap(EntryReader::author),
                Optional.empty(),
                entry.rating() == null
                        ? OptionalInt.empty()
                        : PostRules.findStars(entry.rating().label()),
                Optional.empty(),
                updated,
                Optional.empty());
    }

    private static Optional<URI> page(Entry entry) {
        return Optional.ofNullable(entry.links()).stream()
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .flatMap(link -> Optional.ofNullable(link.attributes()).stream())
                .flatMap(link -> Addresses.find(link.href()).stream())
                .findFirst();
    }

    private static Optional<Post.Author> author(ReviewFeed.Author author) {
        return Label.find(author.name())
                .map(name ->
                        new Post.Author(
                                name,
                                Optional.empty(),
                                Label.find(author.uri()).flatMap(Addresses::find),
                                OptionalLong.empty()));
    }
}
