package firsthour.connectors.discourse;

import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a forum tells of posts that are known.
final class Conversation {
    private final Forum forum;

    Conversation(Forum forum) {
        this.forum = forum;
    }

    /// A forum is asked for one post at a time, and for its topic, which has the title.
    Look recheck(List<PostRef> known) {
        List<Post> posts = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        Budget budget = Budget.UNSAID;
        for (PostRef ref : known) {
            Forum.Opened opened = forum.open(ref.externalId());
            budget = opened.budget();
            switch (opened) {
                case Forum.Opened.Refused(Refusal.Gone _, _) -> gone.add(ref.externalId());
                case Forum.Opened.Refused(Refusal why, Budget left) -> {
                    return new Look.Refused(why, left);
                }
                case Forum.Opened.Read(ForumPost post, ForumPost.Topic topic, _) ->
                        find(post, topic).ifPresent(posts::add);
            }
        }
        return new Look.Seen(posts, gone, budget);
    }

    Look replies(PostRef ref) {
        String id = ref.externalId();
        return switch (forum.open(id)) {
            case Forum.Opened.Refused(Refusal.Gone _, Budget left) ->
                    new Look.Seen(List.of(), Set.of(id), left);
            case Forum.Opened.Refused(Refusal why, Budget left) -> new Look.Refused(why, left);
            case Forum.Opened.Read(ForumPost post, ForumPost.Topic topic, _) ->
                    switch (forum.replies(id)) {
                        case Json.Reply.Refused<ForumPost[]>(Refusal why, Budget left, _) ->
                                new Look.Refused(why, left);
                        case Json.Reply.Read<ForumPost[]>(ForumPost[] direct, _, Budget left) ->
                                new Look.Seen(below(post, topic, direct), Set.of(), left);
                    };
        };
    }

    /// Who answers the post that opens a topic often answers the topic, and no post.
    private List<Post> below(ForumPost post, ForumPost.Topic topic, ForumPost[] direct) {
        List<ForumPost> found = new ArrayList<>(List.of(direct));
        if (post.opensTopic()) {
            for (ForumPost other : topic.postsOrNone()) {
                if (other.answered() == null && !other.opensTopic()) {
                    found.add(other);
                }
            }
        }
        Map<String, Post> posts = new LinkedHashMap<>();
        for (ForumPost reply : found) {
            if (reply.isShown()) {
                find(reply, topic).ifPresent(read -> posts.putIfAbsent(read.externalId(), read));
            }
        }
        return List.copyOf(posts.values());
    }

    private Optional<Post> find(ForumPost post, ForumPost.Topic topic) {
        return forum.reader().find(post, Optional.ofNullable(topic.title()));
    }
}
