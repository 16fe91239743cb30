package firsthour.intake;

import firsthour.brand.Brands;
import firsthour.brand.Networks;
import firsthour.brand.OwnAccount;
import firsthour.brand.Source;
import firsthour.brand.TrackedQueries;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.StreamBatch;
import firsthour.mention.Mentions;
import firsthour.mention.PostText;
import firsthour.mention.Posts;
import firsthour.mention.StoredPost;
import firsthour.mention.StoredPost.Fate;
import firsthour.mention.Watch;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Stores what was read: posts, the mentions of brands in them, and the brand's own replies.
@Singleton
public class Intake {
    /// What may mention another brand than before.
    private static final Set<Fate> CHANGING = EnumSet.of(Fate.NEW, Fate.REVISED, Fate.COPY);

    private final Posts posts;
    private final Mentions mentions;
    private final Brands brands;
    private final Networks networks;
    private final TrackedQueries queries;
    private final SourceStates states;
    private final SourceDays days;
    private final Watch watch;
    private final Clock clock;

    Intake(
            Posts posts,
            Mentions mentions,
            Brands brands,
            Networks networks,
            TrackedQueries queries,
            SourceStates states,
            SourceDays days,
            Watch watch,
            Clock clock) {
        this.posts = posts;
        this.mentions = mentions;
        this.brands = brands;
        this.networks = networks;
        this.queries = queries;
        this.states = states;
        this.days = days;
        this.watch = watch;
        this.clock = clock;
    }

    /// What came of a batch.
    ///
    /// @param strangers what was handed in with ids that belong to other posts: nothing was stored
    ///   of them, and they are counted as rejected
    public record Stored(Tally tally, Set<Post> strangers) {}

    /// Stores a batch in one transaction.
    ///
    /// @param live whether posts older than 48 h open cases, too
    /// @param rejected entries beside the batch that could not become a post: counted only
    @Transactional
    public Stored store(Source source, List<Post> batch, boolean live, int rejected) {
        var now = clock.instant();
        var stored = posts.store(batch(source, now, live), batch);
        var strangers =
                stored.stream()
                        .filter(post -> post.fate() == Fate.STRANGER)
                        .map(StoredPost::post)
                        .collect(Collectors.toSet());
        var tally = mention(source, stored, now).plus(new Tally(0, 0, 0, 0, 0, 0, rejected));
        days.count(source.id(), LocalDate.ofInstant(now, ZoneOffset.UTC), tally);
        batch.stream()
                .map(Post::publishedAt)
                .max(Comparator.naturalOrder())
                .ifPresent(newest -> states.sawPost(source.id(), newest));
        return new Stored(tally, strangers);
    }

    /// Stores a page and where the next one begins, in one transaction.
    @Transactional
    public void store(Source source, String searchKey, Pull.Page page) {
        store(source, page.posts(), source.live(), page.rejected().size());
        states.keepCheckpoint(source.id(), searchKey, page.next().json());
    }

    /// Stores what a stream told and where it goes on, in one transaction.
    ///
    /// @param sifted what concerns the source's brand
    @Transactional
    void store(Source source, String searchKey, StreamBatch batch, Sieve.Sifted sifted) {
        watch.bury(source, sifted.gone(), sifted.goneAuthors());
        if (!sifted.posts().isEmpty() || !batch.rejected().isEmpty()) {
            store(source, sifted.posts(), source.live(), batch.rejected().size());
        }
        batch.gap().ifPresent(gap -> states.keepGap(source.id(), gap.from(), gap.until()));
        states.keepCheckpoint(source.id(), searchKey, batch.next().json());
    }

    /// Stores what a look at known posts brought, in one transaction.
    ///
    /// @param seen posts as they are now
    /// @param replies to posts of the source: of these only the brand's own are kept
    /// @param gone ids of stored posts that the network no longer shows
    @Transactional
    public void storeLook(Source source, List<Post> seen, List<Post> replies, List<Long> gone) {
        var accounts = brands.findOwnAccounts(source.network());
        var batch = new ArrayList<>(seen);
        replies.stream().filter(reply -> isOwn(accounts, reply)).forEach(batch::add);
        var now = clock.instant();
        var stored = posts.store(batch(source, now, source.live()), batch);
        days.count(
                source.id(),
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                mention(source, stored, now).withoutDuplicates());
        watch.bury(gone);
    }

    private Tally mention(Source source, List<StoredPost> stored, Instant now) {
        var accounts = brands.findOwnAccounts(source.network());
        var toMatch =
                stored.stream()
                        .filter(p -> CHANGING.contains(p.fate()))
                        .filter(p -> !isOwn(accounts, p.post()))
                        .toList();
        var found = brandsIn(toMatch, source);
        var elsewhere = mentions.findBrandsOfCopies(ids(toMatch, Fate.COPY, Fate.REVISED));
        var matches = new ArrayList<Mentions.Match>();
        var matched = new HashSet<Long>();
        for (int i = 0; i < toMatch.size(); i++) {
            var post = toMatch.get(i);
            for (long brandId : found.get(i)) {
                // A copy may name a brand that the summary left out, and is its mention then.
                if (!elsewhere.getOrDefault(post.id(), Set.of()).contains(brandId)) {
                    matches.add(
                            new Mentions.Match(
                                    post.id(), brandId, post.post().publishedAt(), now, false));
                    matched.add(post.id());
                }
            }
        }
        var replies = ownReplies(networks.findSubject(source), accounts, stored);
        mentions.addFoundReplies(replies);
        if (findKept(source).isPresent()) {
            mentions.watch(replies.stream().map(Mentions.OwnPost::postId).toList(), now);
        }
        mentions.add(matches);
        mentions.renew(ids(stored, Fate.REVISED));
        mentions.weighAgain(ids(stored, Fate.SPREAD));
        posts.keepMarkup(
                toMatch.stream()
                        .filter(p -> p.fate() == Fate.REVISED || matched.contains(p.id()))
                        .toList(),
                now);

        long unmatched =
                ids(toMatch, Fate.NEW).stream().filter(id -> !matched.contains(id)).count();
        long accepted = count(stored, Fate.NEW);
        return new Tally(
                accepted,
                count(stored, Fate.DUPLICATE)
                        + count(stored, Fate.SPREAD)
                        + count(stored, Fate.COPY),
                count(stored, Fate.REVISED),
                matched.size(),
                unmatched,
                accepted - count(toMatch, Fate.NEW),
                count(stored, Fate.STRANGER));
    }

    private Posts.Batch batch(Source source, Instant now, boolean live) {
        return new Posts.Batch(
                source.id(), source.network(), now, live, findKept(source).orElse(null));
    }

    /// For how long the network lets posts be kept unseen.
    private Optional<Duration> findKept(Source source) {
        return networks.findDescriptor(source.network()).flatMap(Descriptor::keeps);
    }

    /// The brands of each post: those whose queries match, and the one that all of the source is
    /// about.
    private List<Set<Long>> brandsIn(List<StoredPost> stored, Source source) {
        var named =
                queries.match(stored.stream().map(StoredPost::post).map(Intake::words).toList());
        var subject = networks.findSubject(source);
        return subject.isEmpty()
                ? named
                : named.stream().map(brands -> with(brands, subject.get())).toList();
    }

    private static Set<Long> with(Set<Long> brands, Long more) {
        var all = new HashSet<>(brands);
        all.add(more);
        return all;
    }

    /// An edit counts as well: its account may have been named as an own one since.
    private static List<Mentions.OwnPost> ownReplies(
            Optional<Long> subject, List<OwnAccount> accounts, List<StoredPost> stored) {
        return stored.stream()
                .filter(p -> p.fate() == Fate.NEW || p.fate() == Fate.REVISED)
                .flatMap(p -> ownReplies(subject, accounts, p))
                .toList();
    }

    private static Stream<Mentions.OwnPost> ownReplies(
            Optional<Long> subject, List<OwnAccount> accounts, StoredPost stored) {
        if (stored.post().own()) {
            return subject.stream()
                    .map(brandId -> new Mentions.OwnPost(stored.id(), brandId, false));
        }
        return accounts.stream()
                .filter(account -> isBy(account, stored.post()))
                .map(account ->
                        new Mentions.OwnPost(stored.id(), account.brandId(), account.bot()));
    }

    static boolean isOwn(List<OwnAccount> accounts, Post post) {
        return post.own() || accounts.stream().anyMatch(account -> isBy(account, post));
    }

    private static boolean isBy(OwnAccount account, Post post) {
        return post.author()
                .map(author -> Brands.normalHandle(author.handle()))
                .filter(account.handle()::equals)
                .isPresent();
    }

    /// What is matched of a post.
    static String words(Post post) {
        return PostText.joined(post.title().orElse(null), post.text());
    }

    private static List<Long> ids(List<StoredPost> stored, Fate... fates) {
        return stored.stream()
                .filter(p -> List.of(fates).contains(p.fate()))
                .map(StoredPost::id)
                .toList();
    }

    private static long count(List<StoredPost> stored, Fate fate) {
        return stored.stream().filter(p -> p.fate() == fate).count();
    }
}
