package firsthour.connectors.stackexchange;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Phrase;
import firsthour.connectors.reading.PlainText;
import firsthour.connectors.reading.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes posts of the questions that really hold the phrase.
final class QuestionReader {
    private final Phrase phrase;

    QuestionReader(String phrase) {
        this.phrase = new Phrase(phrase);
    }

    void read(List<Questions.Question> questions, List<Post> posts, List<Pull.Rejected> rejected) {
        for (Questions.Question question : questions) {
            Optional<Instant> createdAt = Times.ofSeconds(question.createdAt());
            if (question.id() == null || createdAt.isEmpty()) {
                String where = question.id() == null ? "a question" : "question " + question.id();
                rejected.add(new Pull.Rejected(where, "It has no id or no time."));
            } else {
                Post post = post(question, question.id(), createdAt.get());
                if (phrase.isIn(post.title().orElse("") + "\n" + post.text())) {
                    posts.add(post);
                }
            }
        }
    }

    private static Post post(Questions.Question question, long id, Instant createdAt) {
        String title = PlainText.lineOfHtml(orEmpty(question.title())).strip();
        String body = PlainText.ofHtml(orEmpty(question.body()));
        return new Post(
                Long.toString(id),
                Addresses.find(question.link()),
                body.isEmpty() || title.isEmpty() ? Optional.empty() : Optional.of(title),
                body.isEmpty() ? title : body,
                Optional.ofNullable(question.owner()).flatMap(QuestionReader::author),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                createdAt,
                Times.ofSeconds(question.editedAt()));
    }

    /// The number is the handle: two people may have one name.
    private static Optional<Post.Author> author(Questions.Owner owner) {
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
