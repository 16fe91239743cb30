package firsthour.connectors.stackexchange;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Phrase;
import firsthour.connectors.reading.PlainText;
import firsthour.connectors.reading.Times;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes posts of questions and answers, which are numbered in one row.
final class EntryReader {
    private EntryReader() {}

    /// Reads the questions that really hold the phrase.
    static void read(
            List<Found.Entry> questions,
            Phrase phrase,
            List<Post> posts,
            List<Pull.Rejected> rejected) {
        for (Found.Entry question : questions) {
            Optional<Post> post = find(question);
            if (post.isEmpty()) {
                String where =
                        question.question() == null
                                ? "a question"
                                : "question " + question.question();
                rejected.add(new Pull.Rejected(where, "It has no id or no time."));
            } else if (phrase.isIn(post.get().title().orElse("") + "\n" + post.get().text())) {
                posts.add(post.get());
            }
        }
    }

    /// Finds the post in a question; empty where it has no id or no time.
    static Optional<Post> find(Found.Entry question) {
        return time(question)
                .filter(_ -> question.question() != null)
                .map(at -> question(question, at));
    }

    /// Finds the post in an answer; empty where it has no id or no time.
    ///
    /// @param to the question, which has the address of the site
    static Optional<Post> findAnswer(Found.Entry answer, Found.Entry to) {
        return time(answer).filter(_ -> answer.answer() != null).map(at -> answer(answer, to, at));
    }

    private static Post question(Found.Entry question, Instant createdAt) {
        String title = PlainText.lineOfHtml(orEmpty(question.title())).strip();
        String body = PlainText.ofHtml(orEmpty(question.body()));
        return new Post(
                        String.valueOf(question.question()),
                        Addresses.find(question.link()),
                        body.isEmpty() || title.isEmpty() ? Optional.empty() : Optional.of(title),
                        body.isEmpty() ? title : body,
                        Optional.ofNullable(question.owner()).flatMap(EntryReader::author),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        createdAt,
                        Times.ofSeconds(question.editedAt()))
                .writtenAs(question.body());
    }

    private static Post answer(Found.Entry answer, Found.Entry to, Instant createdAt) {
        Optional<URI> page =
                Addresses.find(to.link()).map(link -> link.resolve("/a/" + answer.answer()));
        return new Post(
                        String.valueOf(answer.answer()),
                        page,
                        Optional.empty(),
                        PlainText.ofHtml(orEmpty(answer.body())),
                        Optional.ofNullable(answer.owner()).flatMap(EntryReader::author),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.of(String.valueOf(to.question())),
                        createdAt,
                        Times.ofSeconds(answer.editedAt()))
                .writtenAs(answer.body());
    }

    private static Optional<Instant> time(Found.Entry entry) {
        return Times.ofSeconds(entry.createdAt());
    }

    /// The number is the handle: two people may have one name.
    private static Optional<Post.Author> author(Found.Owner owner) {
        return Optional.ofNullable(owner.id())
                .map(id ->
                        new Post.Author(
                                Long.toString(id),
                                Optional.ofNullable(owner.name())
                                        .map(PlainText::lineOfHtml)
                                        .filter(name -> !name.isBlank()),
                                Addresses.find(owner.link()),
                                OptionalLong.empty()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
