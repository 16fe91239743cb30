package firsthour.reporting.month;

import firsthour.reporting.month.Ledgers.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What became of a case.
final class Story {
    final long id;
    final String kind;
    final Instant opened;
    final Written opening;
    final List<Episode> episodes = new ArrayList<>();

    /// What its customers wrote.
    final Set<Long> mentions = new HashSet<>();

    /// What was merged into it and is part of it yet.
    final Map<Long, Together> together = new HashMap<>();

    private final List<Word> elsewhere = new ArrayList<>();
    private List<Word> takenAlong = List.of();
    @Nullable Instant closed;
    @Nullable Instant waitsSince;
    @Nullable Long cause;
    String dismissed = "";
    boolean merged;
    int handovers;

    /// When something was done to it last.
    Instant touched;

    Story(long id, String kind, Instant opened, Written opening) {
        this.id = id;
        this.kind = kind;
        this.opened = opened;
        this.opening = opening;
        this.touched = opened;
        mentions.add(opening.mentionId());
    }

    /// What a case brought along that was merged into this one.
    ///
    /// @param found what was found below its posts since
    /// @param waitedSince since when this one's customer was waited for, before
    record Together(
            Instant at,
            Set<Long> mentions,
            List<Word> words,
            List<Word> found,
            @Nullable Instant waitedSince,
            @Nullable Long cause) {

        /// All that was said to its customer.
        List<Word> said() {
            return Stream.concat(words.stream(), found.stream()).toList();
        }
    }

    Episode now() {
        return episodes.getLast();
    }

    /// The first that a person of ours said, ever.
    Optional<Instant> firstWord() {
        return first(_ -> true);
    }

    /// The first that was an answer.
    Optional<Instant> firstAnswer() {
        return first(word -> word.kind() == Word.Kind.ANSWER);
    }

    /// The last that a person of ours said by then. A follow-up answers nothing.
    Optional<Instant> lastWordUntil(Instant end) {
        return words().filter(word -> word.kind() != Word.Kind.FOLLOW_UP)
                .map(Word::at)
                .filter(at -> !at.isAfter(end))
                .max(Comparator.naturalOrder());
    }

    /// Whether its customer was answered on it, be it before it became part of another one.
    boolean isAnswered() {
        return now().answered().isPresent()
                || takenAlong.stream().anyMatch(word -> word.kind() == Word.Kind.ANSWER);
    }

    private Optional<Instant> first(Predicate<Word> which) {
        return words().filter(which).map(Word::at).min(Comparator.naturalOrder());
    }

    private Stream<Word> words() {
        return Stream.concat(
                elsewhere.stream(), episodes.stream().flatMap(one -> one.words().stream()));
    }

    /// Begins a part.
    ///
    /// @param from since when the word and the answer are owed
    void begin(Instant begun, Instant from, Instant asked) {
        episodes.add(
                new Episode(
                        episodes.size() + 1,
                        begun,
                        asked,
                        new Owed(from, Duration.ofHours(1)),
                        new Owed(from, Duration.ofDays(1)),
                        new ArrayList<>()));
        closed = null;
        dismissed = "";
        waitsSince = null;
    }

    void say(Word word) {
        now().words().add(word);
        now().hear(word);
    }

    /// A reply that was found counts for the episode in which it was published. What was said
    /// before this customer wrote was said to another, whose case is part of this one.
    ///
    /// @param below the mention below which it stands
    void find(Word word, long below) {
        together.values().stream()
                .filter(part -> part.mentions().contains(below))
                .forEach(part -> part.found().add(word));
        if (!together.isEmpty() && word.at().isBefore(opening.published())) {
            elsewhere.add(word);
            return;
        }
        var heard =
                episodes.stream()
                        .filter(episode -> !episode.word().from.isAfter(word.at()))
                        .reduce((_, later) -> later)
                        .orElse(episodes.getFirst());
        heard.words().add(word);
        heard.hear(word);
    }

    void close(Instant at, String reason) {
        closed = at;
        dismissed = reason;
        now().owed().forEach(owed -> owed.callOff(at));
    }

    void undoClosing(Instant at) {
        if (closed != null) {
            var since = closed;
            now().owed().forEach(owed -> owed.restore(since));
        }
        closed = null;
        dismissed = "";
        if (waitsSince != null) {
            now().owed().forEach(owed -> owed.pause(at));
        }
    }

    void await(Instant at) {
        waitsSince = at;
        now().owed().forEach(owed -> owed.pause(at));
    }

    void stopWaiting(Instant at) {
        waitsSince = null;
        now().owed().forEach(owed -> owed.goOn(at));
    }

    /// Its posts are this one's from now on, and what was said to its customer after this one's
    /// customer had asked.
    void takeIn(Story other, Instant at) {
        var heard =
                other.now().words().stream()
                        .filter(word -> word.at().isAfter(now().asked()))
                        .toList();
        together.put(
                other.id,
                new Together(
                        at,
                        Set.copyOf(other.mentions),
                        heard,
                        new ArrayList<>(),
                        waitsSince,
                        cause));
        other.merged = true;
        other.now().owed().forEach(owed -> owed.callOff(at));
        mentions.addAll(other.mentions);
        other.mentions.clear();
        other.now().words().removeAll(heard);
        other.takenAlong = heard;
        now().words().addAll(heard);
        if (!heard.isEmpty()) {
            hearAnew();
        }
        cause = cause == null ? other.cause : cause;
        touched = at;
    }

    /// All is as if the other one had never been merged. Where nothing was done since, its customer
    /// is waited for as before, and whoever is waited for does not use up time.
    void giveBack(Story other, Instant at) {
        var past = Objects.requireNonNull(together.remove(other.id));
        other.merged = false;
        for (long mention : past.mentions()) {
            if (mentions.remove(mention)) {
                other.mentions.add(mention);
            }
        }
        other.now().owed().forEach(owed -> owed.restore(past.at()));
        other.now().words().addAll(past.said());
        other.takenAlong = List.of();
        elsewhere.removeAll(past.found());
        episodes.forEach(episode -> episode.words().removeAll(past.said()));
        if (!past.found().isEmpty()) {
            other.hearAnew();
        }
        if (touched.equals(past.at()) && past.waitedSince() != null) {
            waitsSince = past.waitedSince();
        }
        if (!past.said().isEmpty()) {
            var said = past.said().stream().map(Word::at).toList();
            now().owed().forEach(owed -> owed.unsay(said, waitsSince != null));
            hearAnew();
        }
        if (waitsSince != null) {
            now().owed().forEach(owed -> owed.pause(at));
        }
        if (past.cause() == null && cause != null && cause.equals(other.cause)) {
            cause = null;
        }
    }

    private void hearAnew() {
        now().words().stream()
                .sorted(Comparator.comparing(Word::at))
                .forEach(word -> now().hear(word));
    }
}
