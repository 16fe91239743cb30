package firsthour.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import firsthour.delivery.Links;
import firsthour.delivery.Message;
import firsthour.delivery.MessageSource;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says what a rule found, as things stand when it is read.
@Singleton
class AlertText implements MessageSource {
    private static final Set<String> KINDS =
            Set.of("a complaint", "a question", "language not known");

    private final CaseFactsRows rows;
    private final SourceText sources;
    private final ObjectMapper json;
    private final Clock clock;
    private final Links links;

    AlertText(CaseFactsRows rows, SourceText sources, ObjectMapper json, Clock clock, Links links) {
        this.rows = rows;
        this.sources = sources;
        this.json = json;
        this.clock = clock;
        this.links = links;
    }

    @Override
    @Transactional(readOnly = true)
    public Message compose(String rule, long eventId) {
        var kind = AlertKind.valueOf(rule);
        return kind == AlertKind.SOURCE_TROUBLE
                ? sources.compose(eventId)
                : rows.findByEvent(eventId)
                        .map(facts -> compose(kind, facts))
                        .orElseGet(AlertText::gone);
    }

    private Message compose(AlertKind kind, CaseFacts facts) {
        var now = clock.instant();
        return new Message(
                headline(kind, facts, now),
                kind == AlertKind.PROMISE ? null : SinceThen.of(facts, now).orElse(null),
                quote(facts),
                reasons(kind, facts),
                about(facts, now),
                facts.isDeleted() ? null : address(facts.url()),
                new Message.Button("Open the case", links.to("/cases/" + facts.caseId())));
    }

    private static String headline(AlertKind kind, CaseFacts facts, Instant now) {
        if (kind == AlertKind.PROMISE) {
            return Reminders.promise(facts, now);
        }
        if (!facts.isOpen()) {
            return "Closed meanwhile: " + noun(facts) + " · " + facts.brand();
        }
        var due = kind == AlertKind.BREACH ? facts.clockDueAt() : facts.ackDueAt();
        var time = due == null || isMet(kind, facts) ? "" : Times.toGo(due, now);
        return switch (kind) {
            case NEW_CASE ->
                    join(
                            time.isEmpty() ? "" : time + " to acknowledge",
                            "New " + noun(facts),
                            facts);
            case ACKNOWLEDGEMENT_SOON ->
                    join(time.isEmpty() ? "Acknowledged" : time + " to acknowledge", "", facts);
            case WARNING -> Reminders.warning(facts, clockName(facts), now);
            case PROMISE -> throw new IllegalArgumentException("Told also of what is closed");
            case SECOND_LOOK -> join(secondLook(facts, now), "", facts);
            case SOURCE_TROUBLE -> throw new IllegalArgumentException("A source is no case");
            case BREACH -> join(time.isEmpty() ? "Was late" : time, clockName(facts), facts);
        };
    }

    private static String secondLook(CaseFacts facts, Instant now) {
        var due = facts.lookDueAt();
        return due != null && "OPEN".equals(facts.lookState()) && now.isBefore(due)
                ? Times.toGo(due, now) + " for a second look"
                : "A second look was asked for, and is over";
    }

    private static boolean isMet(AlertKind kind, CaseFacts facts) {
        return kind == AlertKind.BREACH
                ? facts.clockMetAt() != null || facts.clockBreachedAt() == null
                : facts.acknowledgedAt() != null;
    }

    private static String clockName(CaseFacts facts) {
        return switch (String.valueOf(facts.clockKind())) {
            case "ANSWER" -> "the answer";
            case "NEXT_REPLY" -> "the next reply";
            default -> "the acknowledgement";
        };
    }

    private static String noun(CaseFacts facts) {
        return switch (facts.kind()) {
            case "INQUIRY" -> "question";
            case "LOOK" -> "post to look at";
            default -> "complaint";
        };
    }

    private static String join(String first, String second, CaseFacts facts) {
        return String.join(
                " · ",
                Stream.of(first, second, facts.brand()).filter(part -> !part.isEmpty()).toList());
    }

    private static @Nullable String quote(CaseFacts facts) {
        if (facts.isDeleted()) {
            return null;
        }
        var title = facts.title() == null ? "" : facts.title().strip();
        var text = facts.text().strip();
        var words = text.startsWith(title) ? text : text.isEmpty() ? title : title + "\n" + text;
        if (!words.isEmpty()) {
            return words;
        }
        return facts.rating() == null ? null : stars(facts.rating()) + " (no text)";
    }

    private List<String> reasons(AlertKind kind, CaseFacts facts) {
        var reasons = new ArrayList<String>();
        if (facts.isOpen() && kind != AlertKind.NEW_CASE) {
            var keeper = facts.assignee();
            reasons.add(
                    keeper != null
                            ? keeper + " keeps it"
                            : facts.team() == null
                                    ? "Nobody has claimed it"
                                    : "Nobody of " + facts.team() + " has claimed it");
        }
        if (facts.reason() != null && !facts.isDeleted()) {
            reasons.add(facts.reason());
        }
        try {
            Stream.of(json.readValue(facts.priorityReasons(), PriorityReason[].class))
                    .map(PriorityReason::reason)
                    .filter(reason -> !isToldElsewhere(reason, facts))
                    .forEach(reasons::add);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "The reasons of case " + facts.caseId() + " cannot be read", e);
        }
        return reasons;
    }

    /// The headline names the kind, the line about the author who reads it and the stars, and the
    /// reason of triage the probability.
    private static boolean isToldElsewhere(String reason, CaseFacts facts) {
        var decided = facts.reason() == null ? "" : facts.reason();
        return decided.startsWith(reason)
                || KINDS.contains(reason)
                || reason.endsWith(" followers")
                || reason.endsWith(" repost")
                || reason.endsWith(" reposts")
                || (reason.contains(" % likely ") && decided.contains("probability"))
                || (reason.endsWith(" says a person") && decided.endsWith(" by a person"));
    }

    private static List<String> about(CaseFacts facts, Instant now) {
        var zone = ZoneId.of(facts.zone());
        var about = new ArrayList<String>();
        if (!facts.isDeleted()) {
            Optional.ofNullable(facts.authorName())
                    .or(() -> Optional.ofNullable(facts.authorHandle()))
                    .ifPresent(about::add);
            if (facts.followers() != null) {
                about.add(String.format(Locale.ENGLISH, "%,d followers", facts.followers()));
            }
            if (facts.reposts() != null && facts.reposts() > 0) {
                about.add(
                        String.format(
                                Locale.ENGLISH,
                                facts.reposts() == 1 ? "%,d repost" : "%,d reposts",
                                facts.reposts()));
            }
        }
        if (facts.rating() != null && !facts.isDeleted()) {
            about.add(stars(facts.rating()));
        }
        about.add(facts.source() + ", " + Times.at(facts.publishedAt(), now, zone));
        about.add("priority " + facts.priority());
        if (facts.sample()) {
            about.add("sample, not a real customer");
        }
        return about;
    }

    private static String stars(int rating) {
        var lit = Math.clamp(rating, 0, 5);
        return "★".repeat(lit) + "☆".repeat(5 - lit);
    }

    private static @Nullable URI address(@Nullable String url) {
        try {
            return url == null ? null : new URI(url);
        } catch (URISyntaxException e) {
            return null; // a link that cannot be read is not shown
        }
    }

    private static Message gone() {
        return new Message(
                "A case that is no longer here",
                "Since then: everything about it was erased.",
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    private record PriorityReason(int points, String reason) {}
}
