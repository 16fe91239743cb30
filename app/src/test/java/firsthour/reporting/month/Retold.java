package firsthour.reporting.month;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tells the story of each case anew from the log of events, by what the definitions say and with
/// nothing of the application: the words that were said, not the clocks' own events.
final class Retold {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<Long, Story> stories = new LinkedHashMap<>();
    final Map<Long, Promised> promises = new HashMap<>();
    private final Map<Long, Ledgers.Written> mentions = new HashMap<>();

    Retold(List<Ledgers.Logged> events, List<Ledgers.Written> posts) {
        posts.stream()
                .filter(post -> post.mentionId() > 0)
                .forEach(post -> mentions.put(post.mentionId(), post));
        events.forEach(this::tell);
    }

    /// A case.
    static final class Story {
        final List<Episode> episodes = new ArrayList<>();
        final List<Instant> again = new ArrayList<>();
        final String author;
        @Nullable Instant closed;
        boolean dismissed;
        boolean waits;
        int handovers;

        Story(String author) {
            this.author = author;
        }

        Episode now() {
            return episodes.getLast();
        }
    }

    /// A part of a case, from its opening or reopening.
    ///
    /// @param begun when it began, by the log
    /// @param asked when the customer wrote, or the case was reopened
    record Episode(int number, Instant begun, Instant asked, Owed word, Owed answer) {
        List<Owed> owed() {
            return List.of(word, answer);
        }
    }

    /// A word that is owed within a time, which stands still while the customer is waited for.
    static final class Owed {
        final Instant from;
        Instant due;
        @Nullable Instant said;
        @Nullable Instant calledOff;
        boolean inVain;
        @Nullable Instant pausedAt;

        Owed(Instant from, Duration within) {
            this.from = from;
            this.due = from.plus(within);
        }

        void say(Instant at) {
            if (inVain) {
                return;
            }
            goOn(at);
            said = said == null || at.isBefore(said) ? at : said;
            if (!said.isAfter(due)) {
                calledOff = null;
            }
        }

        void callOff(Instant at) {
            if (said == null && calledOff == null) {
                goOn(at);
                calledOff = at;
                inVain = !at.isAfter(due);
            }
        }

        void restore(Instant closed) {
            if (calledOff != null && !calledOff.isBefore(closed)) {
                calledOff = null;
                inVain = false;
            }
        }

        void pause(Instant at) {
            if (said == null && calledOff == null && pausedAt == null && !at.isAfter(due)) {
                pausedAt = at;
            }
        }

        void goOn(Instant at) {
            if (pausedAt != null && at.isAfter(pausedAt)) {
                due = due.plus(Duration.between(pausedAt, at));
            }
            pausedAt = null;
        }
    }

    /// A promise.
    static final class Promised {
        final Instant due;
        @Nullable Instant kept;
        boolean withdrawn;

        Promised(Instant due) {
            this.due = due;
        }
    }

    private void tell(Ledgers.Logged event) {
        var data = data(event);
        if (event.type().equals("CaseOpened")) {
            var opening = mention(event.mentionId());
            var story = new Story(Objects.requireNonNull(opening.author()));
            stories.put(event.caseId(), story);
            begin(story, event.at(), opening.detected(), opening.published());
            return;
        }
        var story = Objects.requireNonNull(stories.get(event.caseId()));
        switch (event.type()) {
            case "CaseReopened" -> reopen(story, event.at(), event.at());
            case "CaseReopenedByCustomer" ->
                    reopen(story, event.at(), mention(event.mentionId()).detected());
            case "ReplyRecorded" -> say(story.now(), data);
            case "ReplyFound" -> found(story, data);
            case "WaitingBegan" -> {
                story.waits = true;
                story.now().owed().forEach(owed -> owed.pause(event.at()));
            }
            case "WaitingEnded", "CustomerCameBack" -> {
                story.waits = false;
                story.now().owed().forEach(owed -> owed.goOn(event.at()));
            }
            case "CaseDismissed", "CaseResolved" -> {
                story.closed = event.at();
                story.dismissed = event.type().equals("CaseDismissed");
                story.now().owed().forEach(owed -> owed.callOff(event.at()));
            }
            case "CaseClosingUndone" -> {
                var closed = Objects.requireNonNull(story.closed);
                story.closed = null;
                story.dismissed = false;
                story.now().owed().forEach(owed -> owed.restore(closed));
                if (story.waits) {
                    story.now().owed().forEach(owed -> owed.pause(event.at()));
                }
            }
            case "HandoverAccepted" -> story.handovers++;
            case "MentionJoined" -> {
                var joined = mention(event.mentionId());
                if (story.author.equals(joined.author())) {
                    story.again.add(joined.published());
                }
            }
            case "PromiseMade" ->
                    promises.put(
                            data.get("promiseId").asLong(), new Promised(instant(data, "dueAt")));
            case "PromiseKept" -> promise(data).kept = instant(data, "keptAt");
            case "PromiseWithdrawn" -> promise(data).withdrawn = true;
            default -> {
                // Changes none of the figures.
            }
        }
    }

    private static void begin(Story story, Instant begun, Instant from, Instant asked) {
        story.episodes.add(
                new Episode(
                        story.episodes.size() + 1,
                        begun,
                        asked,
                        new Owed(from, Duration.ofHours(1)),
                        new Owed(from, Duration.ofHours(24))));
        story.closed = null;
        story.dismissed = false;
        story.waits = false;
    }

    private static void reopen(Story story, Instant begun, Instant from) {
        begin(story, begun, from, from);
    }

    private static void say(Episode episode, JsonNode data) {
        var at = instant(data, "postedAt");
        episode.word().say(at);
        if (data.get("kind").asText().equals("ANSWER")) {
            episode.answer().say(at);
        }
    }

    /// A reply counts for the episode in which it was published; what a robot says counts for none.
    private static void found(Story story, JsonNode data) {
        if (!data.get("kind").asText().equals("AUTOMATIC")) {
            var at = instant(data, "postedAt");
            say(
                    story.episodes.stream()
                            .filter(episode -> !episode.word().from.isAfter(at))
                            .reduce((_, later) -> later)
                            .orElse(story.episodes.getFirst()),
                    data);
        }
    }

    private Promised promise(JsonNode data) {
        return Objects.requireNonNull(promises.get(data.get("promiseId").asLong()));
    }

    private Ledgers.Written mention(long id) {
        return Objects.requireNonNull(mentions.get(id));
    }

    private static Instant instant(JsonNode data, String name) {
        return Instant.parse(data.get(name).asText());
    }

    private static JsonNode data(Ledgers.Logged event) {
        try {
            return JSON.readTree(event.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(event.data(), e);
        }
    }
}
