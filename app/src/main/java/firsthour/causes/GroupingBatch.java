package firsthour.causes;

import firsthour.brand.Networks;
import firsthour.causes.GroupingRows.Near;
import firsthour.causes.GroupingRows.Voice;
import firsthour.causes.GroupingRows.Written;
import firsthour.events.Consumer;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares a post of a case with those of the last days. What a person has decided about a case
/// stands: no rule puts it into a cause or takes it out.
@Singleton
class GroupingBatch {
    /// Signatures that are forgotten at a time.
    static final int SIZE = 50;

    /// From how many customers on the same words are a cause. Two may have heard it from each
    /// other.
    static final int SAME_WORDS = 3;

    /// The share of their pieces that two texts have in common to be the same; see
    /// docs/adr/0011-one-cause.md.
    static final double ALIKE = .5;

    /// From how many customers in a day on a topic is a cause, where that is many for this brand.
    static final int SAME_TOPIC = 6;

    /// How many times as much as on a usual day.
    static final int UNUSUAL = 4;

    private static final Duration LATELY = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int USUAL_DAYS = 14;
    private static final int MOST = 200;
    private static final String NO_TOPIC = "other";
    private static final DateTimeFormatter ON =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final GroupingRows rows;
    private final CauseRows causes;
    private final Networks networks;
    private final EventLog events;
    private final Clock clock;

    GroupingBatch(
            GroupingRows rows, CauseRows causes, Networks networks, EventLog events, Clock clock) {
        this.rows = rows;
        this.causes = causes;
        this.networks = networks;
        this.events = events;
        this.clock = clock;
    }

    /// Looks at the next post, in a transaction of its own: it locks the post and cases, and with
    /// those of another one it would hold what a person locks in another order.
    ///
    /// @return whether there was one
    @Transactional(isolation = Isolation.READ_COMMITTED)
    boolean group() {
        var taken = events.take(Consumer.GROUPING, 1);
        taken.stream()
                .map(EventLog.Recorded::event)
                .flatMap(event -> event.mention().stream().boxed())
                .forEach(mention ->
                        rows.findWritten(mention).ifPresent(post -> look(mention, post)));
        return !taken.isEmpty();
    }

    @Transactional(isolation = Isolation.READ_COMMITTED)
    int forget() {
        return rows.forget(clock.instant().minus(LATELY.plus(DAY)), SIZE);
    }

    private void look(long mention, Written post) {
        rows.takeTurn(post.brandId());
        var signature =
                rows.lockWords(post.postId())
                        .flatMap(words -> MinHash.of(words, List.of(post.brandName())));
        rows.dropSignature(mention);
        signature.ifPresent(signed -> keep(mention, post.brandId(), signed));
        var belonging = causes.findBelonging(post.caseId()).orElseThrow();
        // An edit may come long after.
        if (belonging.causeId() != null
                || belonging.byHand()
                || !belonging.state().equals("OPEN")) {
            return;
        }
        var near =
                signature.isEmpty()
                        ? List.<Near>of()
                        : rows
                                .findNear(
                                        mention,
                                        post.caseId(),
                                        clock.instant().minus(LATELY),
                                        networks.listNamesOnly(),
                                        MOST)
                                .stream()
                                .filter(it ->
                                        MinHash.of(it.signature()).likeness(signature.get())
                                                >= ALIKE)
                                .toList();
        if (!groupByWords(post, near)) {
            groupByTopic(post);
        }
    }

    private void keep(long mention, long brand, MinHash signature) {
        rows.sign(mention, brand, signature.stored(), clock.instant());
        var bands = signature.bands();
        for (int band = 0; band < bands.size(); band++) {
            rows.addBand(mention, band, brand, bands.get(band));
        }
    }

    /// @return whether the case has a cause now
    private boolean groupByWords(Written post, List<Near> near) {
        var known =
                near.stream()
                        .filter(it -> it.closed() == 0)
                        .map(Near::causeId)
                        .filter(Objects::nonNull)
                        .findFirst();
        if (known.isPresent()) {
            add(List.of(post.caseId()), known.get(), post.brandId());
            return true;
        }
        var loose = near.stream().filter(it -> it.causeId() == null && !it.byHand()).toList();
        var own = rows.getAbout(post.caseId(), networks.listNamesOnly());
        var voices =
                Stream.concat(loose.stream().map(Near::voice), Stream.of(own.voice()))
                        .distinct()
                        .count();
        if (voices < SAME_WORDS) {
            return false;
        }
        var cause = open(post, own.topic() == null ? "The same words" : own.topic(), null);
        add(
                Stream.concat(loose.stream().map(Near::caseId), Stream.of(post.caseId()))
                        .distinct()
                        .sorted()
                        .toList(),
                cause,
                post.brandId());
        return true;
    }

    private void groupByTopic(Written post) {
        var own = rows.getAbout(post.caseId(), networks.listNamesOnly());
        var topic = own.topic();
        if (topic == null || topic.equals(NO_TOPIC) || !own.kind().equals("COMPLAINT")) {
            return;
        }
        var since = clock.instant().minus(DAY);
        var known = rows.findOfTopic(post.brandId(), topic, since);
        if (known.isPresent()) {
            add(List.of(post.caseId()), known.get(), post.brandId());
            return;
        }
        var voices = rows.findVoices(post.brandId(), topic, since, networks.listNamesOnly(), MOST);
        var many = voices.stream().map(Voice::voice).distinct().count();
        if (many >= SAME_TOPIC && isUnusual(post.brandId(), topic, many, since)) {
            add(
                    voices.stream().map(Voice::caseId).toList(),
                    open(post, topic, topic),
                    post.brandId());
        }
    }

    /// Some topic has always a few complaints, and a brand of which nobody knows what is usual has
    /// no unusual days.
    private boolean isUnusual(long brand, String topic, long many, Instant since) {
        var usual = rows.count(brand, topic, since.minus(DAY.multipliedBy(USUAL_DAYS)), since);
        return rows.isKnownSince(brand, since.minus(LATELY))
                && many * USUAL_DAYS >= UNUSUAL * usual;
    }

    private long open(Written post, String about, @Nullable String topic) {
        var now = clock.instant();
        // Said again in each reader's language by CauseTitles.
        var title =
                "%s, %s"
                        .formatted(
                                about.substring(0, 1).toUpperCase(Locale.ROOT) + about.substring(1),
                                ON.format(now.atZone(ZoneId.of(post.zone()))));
        return causes.save(new CauseRow(0, post.brandId(), title, topic, null, null, now, null, 0))
                .id();
    }

    private void add(List<Long> cases, long cause, long brand) {
        for (long caseId : cases) {
            if (causes.group(caseId, cause) == 1) {
                events.append(new Event.CaseGrouped(caseId, brand, cause));
            }
        }
    }
}
