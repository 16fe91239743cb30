package firsthour.connectors.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.PostRules;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads posts from one JSON document: an object with the fields of a JSON Lines file, or several
/// as `{"posts": […]}`. An object that is no post is handed over as a rejection beside the others.
public final class JsonPosts {
    /// Posts in one document.
    public static final int MOST = 1_000;

    private final PostRules rules;

    public JsonPosts(InstantSource clock) {
        this.rules = new PostRules(clock);
    }

    /// What came of a document.
    public sealed interface Reading {

        /// It could be read.
        record Done(List<Placed> posts, List<Pull.Rejected> rejected) implements Reading {
            public Done {
                posts = List.copyOf(posts);
                rejected = List.copyOf(rejected);
            }
        }

        /// It is no document of posts.
        ///
        /// @param reason for a person, without the document's words: what is wrong, what to send
        record Refused(String reason) implements Reading {}
    }

    /// A post and where it stood, as rejections name it: `post 2`.
    public record Placed(String where, Post post) {}

    /// Reads a document, which is UTF-8 as RFC 8259 demands.
    public Reading read(byte[] document) {
        JsonNode tree;
        try {
            tree = JsonLine.JSON.readTree(text(document));
        } catch (CharacterCodingException e) {
            return new Reading.Refused("The bytes are no UTF-8. Send JSON in UTF-8.");
        } catch (JsonProcessingException e) {
            return new Reading.Refused("This is not valid JSON" + place(e) + ".");
        }
        if (!tree.isObject()) {
            return new Reading.Refused("Send one JSON object: a post, or {\"posts\": […]}.");
        }
        JsonNode posts = tree.get("posts");
        if (posts == null) {
            return read(List.of(tree));
        }
        if (!posts.isArray()) {
            return new Reading.Refused("The field `posts` is no list. Send {\"posts\": […]}.");
        }
        if (posts.size() > MOST) {
            return new Reading.Refused(
                    String.format(
                            Locale.ROOT,
                            "There are %,d posts, and at most %,d may come at once. Send them in"
                                    + " several requests.",
                            posts.size(),
                            MOST));
        }
        return read(posts);
    }

    private Reading read(Iterable<JsonNode> objects) {
        List<Placed> posts = new ArrayList<>();
        List<Pull.Rejected> rejected = new ArrayList<>();
        int number = 0;
        for (JsonNode object : objects) {
            String where = "post " + ++number;
            try {
                switch (rules.judge(where, post(object))) {
                    case PostRules.Verdict.Fit(Post fit) -> posts.add(new Placed(where, fit));
                    case PostRules.Verdict.Unfit(Pull.Rejected unfit) -> rejected.add(unfit);
                }
            } catch (BadRow e) {
                rejected.add(new Pull.Rejected(where, e.reason()));
            }
        }
        return new Reading.Done(posts, rejected);
    }

    private static Post post(JsonNode object) throws BadRow {
        if (!object.isObject()) {
            throw new BadRow("It is no JSON object. Send each post as one.");
        }
        return JsonLine.entry(object).post(Optional.empty(), false);
    }

    /// A byte order mark is allowed to be passed over.
    private static String text(byte[] document) throws CharacterCodingException {
        String text =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
