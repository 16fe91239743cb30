package firsthour.response;

import firsthour.brand.Networks;
import firsthour.mention.PostText;
import firsthour.response.Beside.Earlier;
import firsthour.response.Beside.SameCause;
import firsthour.response.Beside.Told;
import firsthour.response.Beside.Turn;
import firsthour.response.BesideRows.Opening;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks up what whoever replies should have read: the thread, the author's history, and what
/// others were told about the same.
@Singleton
public class Background {
    private static final int MOST_EARLIER = 5;
    private static final int MOST_TOLD = 5;

    /// What was told longer ago may no longer hold.
    private static final Duration STILL_HOLDS = Duration.ofDays(30);

    /// Says nothing about a cause.
    private static final String NO_TOPIC = "other";

    private final BesideRows rows;
    private final Replies replies;
    private final Networks networks;
    private final Clock clock;

    Background(BesideRows rows, Replies replies, Networks networks, Clock clock) {
        this.rows = rows;
        this.replies = replies;
        this.networks = networks;
        this.clock = clock;
    }

    /// What there is of a case; empty when there is none.
    @Transactional(readOnly = true)
    public Optional<Beside> find(long caseId) {
        return rows.findOpening(caseId).map(opening -> beside(caseId, opening));
    }

    private Beside beside(long caseId, Opening opening) {
        var topics = topics(opening.topics());
        return new Beside(
                thread(caseId),
                earlier(caseId, opening),
                rows.findCause(caseId).map(cause -> sameCause(caseId, cause)),
                topics,
                told(caseId, opening, topics));
    }

    private List<Turn> thread(long caseId) {
        var wrote =
                rows.findPosts(caseId).stream()
                        .map(it ->
                                new Turn(
                                        it.at(),
                                        false,
                                        Optional.ofNullable(it.who()),
                                        PostText.joined(it.title(), it.text())));
        var replied =
                replies.findByCase(caseId).stream()
                        .map(it -> new Turn(it.postedAt(), true, it.memberName(), it.text()));
        return Stream.concat(wrote, replied).sorted(Comparator.comparing(Turn::at)).toList();
    }

    /// Of a network that tells names alone nobody knows who else wrote under the same one.
    private List<Earlier> earlier(long caseId, Opening opening) {
        var handle = opening.authorHandle();
        if (handle == null || networks.listNamesOnly().contains(opening.network())) {
            return List.of();
        }
        return rows
                .findEarlier(caseId, opening.brandId(), opening.network(), handle, MOST_EARLIER)
                .stream()
                .map(it ->
                        new Earlier(
                                it.at(),
                                PostText.joined(it.title(), it.text()),
                                Optional.ofNullable(it.caseId()),
                                Optional.ofNullable(it.told())))
                .toList();
    }

    private List<Told> told(long caseId, Opening opening, List<String> topics) {
        if (topics.isEmpty()) {
            return List.of();
        }
        var json = topics.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
        var since = clock.instant().minus(STILL_HOLDS);
        return told(rows.findTold(caseId, opening.brandId(), json, since, MOST_TOLD));
    }

    private SameCause sameCause(long caseId, BesideRows.Cause cause) {
        return new SameCause(
                cause.id(),
                cause.title(),
                Optional.ofNullable(cause.facts()),
                told(rows.findToldOfCause(caseId, cause.id(), MOST_TOLD)));
    }

    private static List<Told> told(List<BesideRows.Answer> answers) {
        return answers.stream()
                .map(it ->
                        new Told(
                                it.at(),
                                Optional.ofNullable(it.who()),
                                Optional.ofNullable(it.whom()),
                                it.text(),
                                it.caseId()))
                .toList();
    }

    /// As they are stored: a JSON array of words of our own, without any quotes in them.
    private static List<String> topics(@Nullable String stored) {
        return stored == null
                ? List.of()
                : Arrays.stream(stored.replaceAll("[\\[\\]\"]", "").split(","))
                        .map(String::strip)
                        .filter(topic -> !topic.isEmpty() && !topic.equals(NO_TOPIC))
                        .toList();
    }
}
