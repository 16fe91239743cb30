package firsthour.reporting.month;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import firsthour.reporting.month.Ledgers.Logged;
import firsthour.reporting.month.Ledgers.Own;
import firsthour.reporting.month.Ledgers.Written;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells the story of each case anew from the log of events, by what the definitions say and with
/// nothing of the application: the words that were said and what people did, not the clocks' own
/// events.
final class Retold {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What happens to a case without anybody doing anything.
    private static final Set<String> BY_ITSELF =
            Set.of(
                    "PriorityRaised",
                    "CaseUnattended",
                    "CaseGrouped",
                    "CustomerStayedSilent",
                    "CustomerWonBack",
                    "WonBackWithdrawn",
                    "PromiseMade",
                    "PromiseKept",
                    "PromiseWithdrawn",
                    "PromiseNearlyDue",
                    "PromiseBroken");

    final Map<Long, Story> stories = new LinkedHashMap<>();
    final Map<Long, Promised> promises = new HashMap<>();

    /// What people said that a mention really is.
    final Map<Long, Corrected> corrections = new HashMap<>();

    /// Our own posts whose case is known.
    final Set<Long> tied = new HashSet<>();

    /// What people did beside answering.
    final Worked worked = new Worked();

    private final Map<Long, Written> mentions = new HashMap<>();

    /// Below which mention a post of our own stands.
    private final Map<Long, Long> below = new HashMap<>();

    private final Map<String, List<Written>> byAuthor;

    Retold(List<Logged> events, List<Written> posts, List<Own> own) {
        own.forEach(post -> below.put(post.postId(), post.below()));
        posts.forEach(post -> mentions.put(post.mentionId(), post));
        byAuthor =
                posts.stream()
                        .collect(
                                Collectors.groupingBy(
                                        post -> post.network() + " " + post.author()));
        events.forEach(this::tell);
    }

    /// A promise.
    static final class Promised {
        final Instant due;
        @Nullable Instant kept;
        boolean withdrawn;

        Promised(Instant due) {
            this.due = due;
        }

        boolean isKeptInTime() {
            return kept != null && !kept.isAfter(due);
        }
    }

    /// What somebody said a mention really is.
    ///
    /// @param overlooked whether it was found negative before it was part of a case
    record Corrected(String polarity, Instant at, boolean overlooked) {}

    Written written(long mention) {
        return Objects.requireNonNull(mentions.get(mention));
    }

    /// What an author wrote.
    Stream<Written> by(String network, String author) {
        return byAuthor.getOrDefault(network + " " + author, List.of()).stream();
    }

    /// All that the customers of a case wrote, also of those that are part of it.
    Stream<Written> customers(Story story) {
        return Stream.concat(Stream.of(story), story.together.keySet().stream().map(this::story))
                .map(one -> one.opening.network() + " " + one.opening.author())
                .distinct()
                .flatMap(author -> byAuthor.getOrDefault(author, List.of()).stream());
    }

    /// The cases that are none of another case.
    Stream<Story> unmerged() {
        return stories.values().stream().filter(story -> !story.merged);
    }

    /// Their parts.
    Stream<Tale> tales() {
        return unmerged()
                .flatMap(story -> story.episodes.stream().map(one -> new Tale(story, one)));
    }

    private void tell(Logged event) {
        var data = data(event);
        if (event.type().equals("JudgementCorrected")) {
            correct(event, data.get("polarity").asText());
        } else if (event.type().equals("CaseOpened")) {
            open(event, data.get("kind").asText());
        } else if (event.caseId() > 0) {
            tell(event, data, story(event.caseId()));
        }
    }

    private void correct(Logged event, String polarity) {
        long mention = event.mentionId();
        var before = corrections.get(mention);
        boolean overlooked =
                polarity.equals("NEGATIVE")
                        && stories.values().stream()
                                .noneMatch(story -> story.mentions.contains(mention));
        corrections.put(
                mention,
                new Corrected(
                        polarity,
                        event.at(),
                        overlooked || (before != null && before.overlooked())));
    }

    /// Where a person said so the time runs from then, for nobody could know before.
    private void open(Logged event, String kind) {
        var opening = written(event.mentionId());
        var story = new Story(event.caseId(), kind, event.at(), opening);
        var corrected = corrections.get(event.mentionId());
        boolean rated = opening.rating() == 1 || opening.rating() == 2;
        stories.put(event.caseId(), story);
        story.begin(
                event.at(),
                corrected != null && corrected.polarity().equals("NEGATIVE") && !rated
                        ? corrected.at()
                        : opening.detected(),
                opening.published());
    }

    private void tell(Logged event, JsonNode data, Story story) {
        worked.tell(event, data, story);
        switch (event.type()) {
            case "CaseReopened" -> story.begin(event.at(), event.at(), event.at());
            case "CaseReopenedByCustomer" -> {
                var wrote = written(event.mentionId());
                story.begin(event.at(), wrote.detected(), wrote.detected());
            }
            case "MentionJoined" -> story.mentions.add(event.mentionId());
            case "ReplyRecorded" -> story.say(word(data, data.get("replyId").asLong()));
            case "ReplyFound" -> {
                tied.add(data.get("postId").asLong());
                if (!data.get("kind").asText().equals("AUTOMATIC")) {
                    long post = data.get("postId").asLong();
                    story.find(word(data, -post), below.getOrDefault(post, 0L));
                }
            }
            case "WaitingBegan" -> story.await(event.at());
            case "WaitingEnded", "CustomerCameBack" -> story.stopWaiting(event.at());
            case "CaseResolved" -> story.close(event.at(), "");
            case "CaseDismissed" -> story.close(event.at(), data.get("reason").asText());
            case "CaseClosingUndone" -> story.undoClosing(event.at());
            case "HandoverAccepted" -> story.handovers++;
            case "CaseTookIn" -> story.takeIn(story(data.get("mergedId").asLong()), event.at());
            case "CaseGaveBack" -> story.giveBack(story(data.get("mergedId").asLong()), event.at());
            case "CaseGrouped" -> story.cause = data.get("causeId").asLong();
            case "PromiseMade" ->
                    promises.put(
                            data.get("promiseId").asLong(), new Promised(instant(data, "dueAt")));
            case "PromiseKept" -> promise(data).kept = instant(data, "keptAt");
            case "PromiseWithdrawn" -> promise(data).withdrawn = true;
            default -> {
                // Changes none of the figures.
            }
        }
        if (!BY_ITSELF.contains(event.type()) && !event.type().startsWith("Clock")) {
            story.touched = event.at();
        }
    }

    private Story story(long caseId) {
        return Objects.requireNonNull(stories.get(caseId));
    }

    private Promised promise(JsonNode data) {
        return Objects.requireNonNull(promises.get(data.get("promiseId").asLong()));
    }

    private static Word word(JsonNode data, long number) {
        return new Word(
                number, instant(data, "postedAt"), Word.Kind.valueOf(data.get("kind").asText()));
    }

    private static Instant instant(JsonNode data, String name) {
        return Instant.parse(data.get(name).asText());
    }

    private static JsonNode data(Logged event) {
        try {
            return JSON.readTree(event.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(event.data(), e);
        }
    }
}
