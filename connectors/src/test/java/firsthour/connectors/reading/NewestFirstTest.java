package firsthour.connectors.reading;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Walks through a list that shifts while it is read, as networks' lists do.
class NewestFirstTest {
    private static final Instant START = Instant.parse("2026-11-09T10:00:00Z");
    private static final int PAGE = 3;
    private static final NewestFirst.Reach REACH =
            new NewestFirst.Reach(
                    Duration.ofDays(7), Duration.ofHours(1), NewestFirst.Order.WRITTEN);

    private final List<Post> held = new ArrayList<>();
    private Instant now = START;
    private NewestFirst walk = new NewestFirst(() -> now, REACH);
    private NewestFirst.Order order = NewestFirst.Order.WRITTEN;
    private int asked;

    @Test
    void readsPageByPageUpToTheBackfillAndThenOnlyWhatIsNew() {
        hold(10, START.minus(Duration.ofDays(3)), 3_600);
        held.add(post("ancient", START.minus(Duration.ofDays(9))));

        Checkpoint checkpoint = expect(Checkpoint.NONE, 10);
        assertThat(asked).isEqualTo(4);

        asked = 0;
        now = now.plusSeconds(600);
        held.add(post("new", now.minusSeconds(5)));
        checkpoint = expect(checkpoint, 1);
        assertThat(asked).isEqualTo(1);
        expect(checkpoint, 0);
    }

    @Test
    void aPostThatIsDatedBackIsFoundOnTheFirstPageAndWithinTheOverlap() {
        hold(2, START.minusSeconds(50), 10);
        Checkpoint checkpoint = expect(Checkpoint.NONE, 2);

        held.add(post("back by two days", START.minus(Duration.ofDays(2))));
        checkpoint = expect(checkpoint, 1);

        now = now.plusSeconds(60);
        hold(7, now.minusSeconds(50), 5);
        held.add(post("back by half an hour", START.minus(Duration.ofMinutes(30))));
        checkpoint = expect(checkpoint, 8);
        expect(checkpoint, 0);
    }

    @Test
    void aPostThatIsDatedBackDoesNotHideThoseBehindIt() {
        hold(1, START.minusSeconds(50), 10);
        Checkpoint checkpoint = expect(Checkpoint.NONE, 1);
        var back = post("back by two days", START.minus(Duration.ofDays(2)));
        now = now.plusSeconds(600);
        hold(4, now.minusSeconds(60), 10);
        var shown = new ArrayList<>(held.reversed());
        shown.add(1, back);

        Pull.Page first =
                (Pull.Page) walk.pull(List.of("a"), checkpoint, (_, token) -> cut(shown, token));

        assertThat(ids(List.of(first))).hasSize(3).contains("back by two days");
        assertThat(first.more()).isTrue();
    }

    @Test
    void whatIsNotLookedForIsWalkedPast() {
        hold(7, START.minusSeconds(900), 60);
        Checkpoint checkpoint = Checkpoint.NONE;
        var got = new ArrayList<String>();
        Pull.Page page;
        do {
            page =
                    (Pull.Page)
                            walk.pull(
                                    List.of("a"),
                                    checkpoint,
                                    this::list,
                                    (_, post) -> post.externalId().equals("p0"));
            got.addAll(ids(List.of(page)));
            checkpoint = page.next();
        } while (page.more());

        assertThat(got).containsExactly("p0");
        assertThat(asked).isEqualTo(3);
        assertThat(checkpoint.json()).doesNotContain("p6");
    }

    @Test
    void aWalkThatBreaksOffLosesNothingBehindIt() {
        hold(9, START.minusSeconds(900), 60);
        Pull.Page first = page(Checkpoint.NONE);
        assertThat(first.more()).isTrue();
        assertThat(walk.pull(List.of("a"), first.next(), (_, _) -> refused()))
                .isInstanceOf(Pull.Refused.class);

        assertThat(ids(drain(first.next()))).hasSize(6);
    }

    @Test
    void aWalkThatRestedTooLongStartsAtTheHeadAgain() {
        hold(9, START.minusSeconds(900), 60);
        Checkpoint early = page(Checkpoint.NONE).next();

        now = now.plus(Duration.ofHours(2));
        var tokens = new ArrayList<Optional<String>>();
        walk.pull(
                List.of("a"),
                early,
                (list, token) -> {
                    tokens.add(token);
                    return list(list, token);
                });
        assertThat(tokens).containsExactly(Optional.empty());
    }

    @Test
    void aPostThatWasChangedComesAgainAsItIsNow() {
        order = NewestFirst.Order.CHANGED;
        walk =
                new NewestFirst(
                        () -> now, new NewestFirst.Reach(REACH.backfill(), REACH.overlap(), order));
        hold(5, START.minus(Duration.ofDays(2)), 60);
        Checkpoint checkpoint = expect(Checkpoint.NONE, 5);

        now = now.plusSeconds(120);
        Post old = held.getFirst();
        held.set(0, changed(old, now.minusSeconds(10)));
        Pull.Page again = page(checkpoint);
        assertThat(again.posts()).containsExactly(held.getFirst());
        expect(again.next(), 0);
    }

    @Test
    void aTokenThatRepeatsEndsTheWalk() {
        hold(1, START.minusSeconds(60), 1);
        var page = new NewestFirst.Page.Read(held, List.of(), Optional.of("*"), Budget.UNSAID);
        Pull.Page first = (Pull.Page) walk.pull(List.of("a"), Checkpoint.NONE, (_, _) -> page);
        assertThat(first.more()).isTrue();
        Pull.Page second = (Pull.Page) walk.pull(List.of("a"), first.next(), (_, _) -> page);
        assertThat(second.more()).isFalse();
        assertThat(second.posts()).isEmpty();
    }

    @Test
    void aPageOfOtherPostsAloneDoesNotEndTheWalk() {
        hold(1, START.minus(Duration.ofDays(2)), 1);
        hold(2 * PAGE, START.minusSeconds(900), 60);
        held.add(post("ancient", START.minus(Duration.ofDays(9))));

        assertThat(ids(drain(Checkpoint.NONE, (list, post) -> post.externalId().equals("p0"))))
                .containsExactly("p0");
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void otherPostsSayWhereTheWalkEnds() {
        hold(4 * PAGE, START.minus(Duration.ofDays(8)), 60);
        assertThat(drain(Checkpoint.NONE, (_, _) -> false)).hasSize(1);
    }

    @Test
    void aFarTooLongCheckpointIsNotMade() {
        hold(3_000, START.minus(Duration.ofDays(6)), 150);
        Checkpoint checkpoint = Checkpoint.NONE;
        Pull.Page page;
        do {
            page = page(checkpoint);
            checkpoint = page.next();
            assertThat(checkpoint.json()).hasSizeLessThan(4_000);
        } while (page.more());
    }

    /// Rounds of new posts, some of which arrive between two pages of a walk.
    @Property(tries = 300)
    void eachPostComesExactlyOnceHoweverTheListShifts(
            @ForAll @Size(max = 12) List<@IntRange(max = 8) Integer> arrivals) {
        held.clear();
        now = START;
        Checkpoint checkpoint = Checkpoint.NONE;
        var got = new ArrayList<String>();
        for (int count : arrivals) {
            now = now.plusSeconds(400);
            hold(count, now.minusSeconds(300), 30);
            Pull.Page page = page(checkpoint);
            got.addAll(ids(List.of(page)));
            checkpoint = page.next();
        }
        for (var page : drain(checkpoint)) {
            got.addAll(ids(List.of(page)));
            checkpoint = page.next();
        }
        got.addAll(ids(drain(checkpoint)));
        assertThat(got)
                .containsExactlyInAnyOrderElementsOf(held.stream().map(Post::externalId).toList());
    }

    private Checkpoint expect(Checkpoint from, int posts) {
        var pages = drain(from);
        assertThat(ids(pages)).hasSize(posts).doesNotHaveDuplicates();
        return pages.getLast().next();
    }

    private List<Pull.Page> drain(Checkpoint from) {
        return drain(from, (_, _) -> true);
    }

    private List<Pull.Page> drain(Checkpoint from, BiPredicate<String, Post> wanted) {
        var pages = new ArrayList<Pull.Page>();
        do {
            Checkpoint next = pages.isEmpty() ? from : pages.getLast().next();
            pages.add((Pull.Page) walk.pull(List.of("a"), next, this::list, wanted));
        } while (pages.getLast().more());
        return pages;
    }

    private Pull.Page page(Checkpoint from) {
        return (Pull.Page) walk.pull(List.of("a"), from, this::list);
    }

    private NewestFirst.Page list(String name, Optional<String> token) {
        asked++;
        return cut(
                held.stream().sorted(Comparator.comparing(order::of).reversed()).toList(), token);
    }

    private static NewestFirst.Page cut(List<Post> newest, Optional<String> token) {
        int from = Math.min(token.map(Integer::parseInt).orElse(0), newest.size());
        int to = Math.min(from + PAGE, newest.size());
        return new NewestFirst.Page.Read(
                newest.subList(from, to),
                List.of(),
                to < newest.size() ? Optional.of(String.valueOf(to)) : Optional.empty(),
                Budget.UNSAID);
    }

    private static NewestFirst.Page refused() {
        return new NewestFirst.Page.Refused(new Refusal.Transient("no"), Budget.UNSAID);
    }

    private void hold(int count, Instant first, long secondsApart) {
        for (int i = 0; i < count; i++) {
            held.add(post("p" + held.size(), first.plusSeconds(i * secondsApart)));
        }
    }

    private static List<String> ids(List<Pull.Page> pages) {
        return pages.stream().flatMap(page -> page.posts().stream()).map(Post::externalId).toList();
    }

    private static Post post(String id, Instant written) {
        return new Post(
                id,
                Optional.empty(),
                Optional.empty(),
                "late again",
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                written,
                Optional.empty());
    }

    private static Post changed(Post post, Instant when) {
        return new Post(
                post.externalId(),
                post.url(),
                post.title(),
                post.text() + ", still",
                post.author(),
                post.language(),
                post.rating(),
                post.inReplyTo(),
                post.publishedAt(),
                Optional.of(when));
    }
}
