package firsthour.connectors.github;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Phrase;
import firsthour.connectors.reading.PlainText;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Makes posts of issues, and of comments, which are issues without a title.
final class IssueReader {
    private IssueReader() {}

    /// Reads the issues that really hold the phrase.
    static void read(
            List<Issues.Issue> issues,
            Phrase phrase,
            List<Post> posts,
            List<Pull.Rejected> rejected) {
        for (Issues.Issue issue : issues) {
            Optional<Post> post = find(issue);
            if (post.isEmpty()) {
                String where = issue.url() == null ? "an issue" : PlainText.cut(issue.url(), 100);
                rejected.add(new Pull.Rejected(where, "It has no id or no time."));
            } else if (phrase.isIn(post.get().title().orElse("") + "\n" + post.get().text())) {
                posts.add(post.get());
            }
        }
    }

    /// Finds the post in an issue; empty where it has no id or no time.
    static Optional<Post> find(Issues.Issue issue) {
        return PostRules.findId(issue.id()).flatMap(id -> find(issue, id));
    }

    /// Finds the post in an issue; empty where it has no time.
    ///
    /// @param id by which it is known, whatever it has now
    static Optional<Post> find(Issues.Issue issue, String id) {
        return Times.find(issue.createdAt()).map(at -> post(issue, id, at));
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
                        Optional.empty())
                .writtenAs(issue.body());
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
