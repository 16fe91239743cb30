package firsthour.response;

import static firsthour.language.Texts.t;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.events.EventLog.Recorded;
import firsthour.response.TimelineEntry.CustomerWrote;
import firsthour.response.TimelineEntry.Happened;
import firsthour.response.TimelineEntry.InPrivate;
import firsthour.response.TimelineEntry.Noted;
import firsthour.response.TimelineEntry.Waived;
import firsthour.response.TimelineEntry.WeReplied;
import firsthour.triage.CaseView;
import firsthour.triage.EventWords;
import firsthour.triage.Handovers;
import firsthour.triage.MergedCase;
import firsthour.triage.Mergers;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The history of a case in words: what the customer wrote, what we replied, what was done.
@Singleton
public class Timeline {
    private final Replies replies;
    private final ReplyRows rows;
    private final Handovers handovers;
    private final Mergers mergers;
    private final WaiverRows waivers;
    private final PrivateContactRows contacts;
    private final SecondLookRows looks;
    private final EventLog events;

    Timeline(
            Replies replies,
            ReplyRows rows,
            Handovers handovers,
            Mergers mergers,
            WaiverRows waivers,
            PrivateContactRows contacts,
            SecondLookRows looks,
            EventLog events) {
        this.replies = replies;
        this.rows = rows;
        this.handovers = handovers;
        this.mergers = mergers;
        this.waivers = waivers;
        this.contacts = contacts;
        this.looks = looks;
        this.events = events;
    }

    /// The history of a case, oldest first, with what was said on cases that were merged into it.
    @Transactional(readOnly = true)
    public List<TimelineEntry> of(CaseView view) {
        var wrote =
                view.mentions().stream()
                        .map(mention ->
                                new CustomerWrote(
                                        mention.publishedAt(),
                                        mention.id(),
                                        mention.authorHandle()));
        var all =
                Stream.concat(
                                Stream.of(view.row().id()),
                                mergers.findMerged(view.row().id()).stream().map(MergedCase::id))
                        .toList();
        var replied =
                all.stream()
                        .flatMap(id -> replies.findByCase(id).stream())
                        .map(reply ->
                                new WeReplied(
                                        reply.postedAt(),
                                        reply.recordedAt(),
                                        reply.memberName(),
                                        reply.kind(),
                                        reply.text(),
                                        reply.url(),
                                        reply.found()));
        var happened =
                events.findByCase(view.row().id()).stream()
                        .flatMap(recorded -> happened(recorded).stream());
        var corrected =
                view.mentions().stream()
                        .flatMap(mention -> mention.correction().stream())
                        .map(by -> new Happened(by.at(), by.inWords()));
        var noted =
                view
                        .closingNote()
                        .flatMap(note -> view.row().closedAt().map(at -> new Noted(at, note)))
                        .stream();
        var contacted =
                all.stream()
                        .flatMap(id -> contacts.findNamed(id).stream())
                        .map(it ->
                                new InPrivate(
                                        it.contactedAt(),
                                        it.recordedAt(),
                                        it.memberName() == null
                                                ? t("Somebody who is gone")
                                                : it.memberName(),
                                        it.way().words(),
                                        Optional.ofNullable(it.note())));
        var waived =
                all.stream()
                        .flatMap(id -> waivers.findNamed(id).stream())
                        .map(it ->
                                new Waived(
                                        it.waivedAt(),
                                        it.memberName() == null
                                                ? t("Somebody who is gone")
                                                : it.memberName(),
                                        it.concern().label(),
                                        it.reason()));
        var sentBack =
                looks.findNamed(view.row().id()).stream()
                        .flatMap(look ->
                                Optional.ofNullable(look.settledAt())
                                        .flatMap(at ->
                                                Optional.ofNullable(look.note())
                                                        .map(note -> new Noted(at, note)))
                                        .stream());
        return Stream.of(
                        wrote,
                        replied,
                        happened,
                        corrected,
                        contacted,
                        waived,
                        noted,
                        sentBack,
                        all.stream().flatMap(this::betweenColleagues))
                .<TimelineEntry>flatMap(entries -> entries)
                .sorted(Comparator.comparing(TimelineEntry::place))
                .toList();
    }

    /// What colleagues wrote to each other about the case.
    private Stream<Noted> betweenColleagues(long caseId) {
        var ownership = handovers.find(caseId);
        return Stream.concat(
                ownership.handovers().stream()
                        .map(offer -> new Noted(offer.offeredAt(), offer.note())),
                ownership.help().stream()
                        .flatMap(help ->
                                Stream.concat(
                                        Stream.of(new Noted(help.askedAt(), help.question())),
                                        help
                                                .answeredAt()
                                                .flatMap(at ->
                                                        help.answer()
                                                                .map(words -> new Noted(at, words)))
                                                .stream())));
    }

    private Optional<Happened> happened(Recorded recorded) {
        return switch (recorded.event()) {
            // Told by what the customer wrote and by the replies themselves.
            case Event.MentionJoined _, Event.ReplyRecorded _, Event.PrivateContactRecorded _ ->
                    Optional.empty();
            case Event.ReplyFound found when !found.kind().equals("AUTOMATIC") -> Optional.empty();
            // Told to programs and to whoever looks; here it would hide what matters.
            case Event.ClockWarned warned when warned.percent() < 80 -> Optional.empty();
            case Event event ->
                    EventWords.say(event, this::name)
                            .map(words -> new Happened(at(recorded), words));
        };
    }

    /// A breach happened when it was due, even where it was recorded a moment later.
    private static Instant at(Recorded recorded) {
        return switch (recorded.event()) {
            case Event.ClockBreached breached -> breached.dueAt();
            case Event.ReplyFound found -> found.postedAt();
            case Event.CustomerWonBack sign -> sign.at();
            default -> recorded.at();
        };
    }

    private String name(long memberId) {
        return rows.findName(memberId).orElse(t("Somebody who is gone"));
    }
}
