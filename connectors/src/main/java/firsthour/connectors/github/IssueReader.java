package firsthour.connectors.github;

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

/// Makes posts of the issues that really hold the phrase.
final class IssueReader {
    private final Phrase phrase;

    IssueReader(String phrase) {
        this.phrase = new Phrase(phrase);
    }

    void read(List<Issues.Issue> issues, List<Post> posts, List<Pull.Rejected> rejected) {
        for (Issues.Issue issue : issues) {
            Optional<Instant> createdAt = Times.find(issue.createdAt());
            if (issue.id() == null
                    || issue.id().isBlank()
                    || issue.id().length() > Post.MAX_ID_LENGTH
                    || createdAt.isEmpty()) {
                String where = issue.url() == null ? "an issue" : PlainText.cut(issue.url(), 100);
                rejected.add(new Pull.Rejected(where, "It has no id or no time."));
            } else {
                Post post = post(issue, issue.id(), createdAt.get());
                if (phrase.isIn(post.title().orElse("") + "\n" + post.text())) {
                    posts.add(post);
                }
            }
        }
    }

    /// An issue without a text is its title.
    private static Post post(Issues.Issue issue, String id, Instant createdAt) {
        String title = issue.title() == null ? "" : issue.title().strip();
        String body = issue.body() == null ? "" : PlainText.ofMarkdown(issue.body());
        return new Post(
                id,
                Addresses.find(issue.url()),
                body.isEmpty() || title.isEmpty() ? Optional.empty() : Optional.of(title),
                body.isEmpty() ? title : body,
                Optional.ofNullable(issue.user()).flatMap(IssueReader::author),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                createdAt,
                Optional.empty());
    }

    private static Optional<Post.Author> author(Issues.User user) {
        return Optional.ofNullable(user.login())
                .filter(login -> !login.isBlank())
                .map(login ->
                        new Post.Author(
                                login,
                                Optional.empty(),
                                Addresses.find(user.url()),
                                OptionalLong.empty()));
    }
}
