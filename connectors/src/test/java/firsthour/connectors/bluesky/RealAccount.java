package firsthour.connectors.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import firsthour.connectors.PostRef;
import firsthour.connectors.RealClient;
import firsthour.connectors.RealServer;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.AtUri;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somebody who writes on Bluesky.
///
/// @param client signed in with the account's own password
record RealAccount(String handle, String did, RealClient client) {

    static RealAccount open(RealServer server, String name) {
        JsonNode made =
                new RealClient(server.address(), "")
                        .post(
                                "/xrpc/com.atproto.server.createAccount",
                                Map.of(
                                        "handle", name + ".test",
                                        "email", name + "@mail.example",
                                        "password", name + "-password"));
        return new RealAccount(
                made.get("handle").asText(),
                made.get("did").asText(),
                new RealClient(server.address(), "Bearer " + made.get("accessJwt").asText()));
    }

    /// What a connector signs in with.
    Settings settings(String endpoint) {
        JsonNode made =
                client.post(
                        "/xrpc/com.atproto.server.createAppPassword",
                        Map.of("name", "firsthour-" + System.nanoTime()));
        return new Settings(
                Map.of(
                        "handle", handle,
                        "password", made.get("password").asText(),
                        "endpoint", endpoint));
    }

    PostRef write(String text) {
        return write(text, Instant.now());
    }

    /// A post that its author dates.
    PostRef write(String text, Instant at) {
        return create(record(text, at));
    }

    PostRef reply(PostRef to, String text) {
        Map<String, Object> record = record(text, Instant.now());
        Map<String, Object> place = Map.of("uri", to.externalId(), "cid", version(to));
        record.put("reply", Map.of("root", place, "parent", place));
        return create(record);
    }

    /// Many posts at once.
    List<PostRef> write(Map<String, Instant> posts) {
        List<Map<String, Object>> writes = new ArrayList<>();
        posts.forEach((text, at) ->
                writes.add(
                        Map.of(
                                "$type",
                                "com.atproto.repo.applyWrites#create",
                                "collection",
                                AtUri.COLLECTION,
                                "value",
                                record(text, at))));
        JsonNode done =
                client.post(
                        "/xrpc/com.atproto.repo.applyWrites",
                        Map.of("repo", did, "writes", writes));
        List<PostRef> written = new ArrayList<>();
        done.get("results").forEach(result -> written.add(ref(result)));
        return written;
    }

    void delete(PostRef post) {
        client.post(
                "/xrpc/com.atproto.repo.deleteRecord",
                Map.of(
                        "repo",
                        did,
                        "collection",
                        AtUri.COLLECTION,
                        "rkey",
                        AtUri.find(post.externalId()).orElseThrow().key()));
    }

    /// How many posts and replies the account has, by its own server.
    int count() {
        return client.get(
                        "/xrpc/com.atproto.repo.listRecords?limit=100&repo="
                                + did
                                + "&collection="
                                + AtUri.COLLECTION)
                .get("records")
                .size();
    }

    private String version(PostRef post) {
        AtUri uri = AtUri.find(post.externalId()).orElseThrow();
        return client.get(
                        "/xrpc/com.atproto.repo.getRecord?repo="
                                + uri.did()
                                + "&collection="
                                + AtUri.COLLECTION
                                + "&rkey="
                                + uri.key())
                .get("cid")
                .asText();
    }

    private PostRef create(Map<String, Object> record) {
        return ref(
                client.post(
                        "/xrpc/com.atproto.repo.createRecord",
                        Map.of("repo", did, "collection", AtUri.COLLECTION, "record", record)));
    }

    private PostRef ref(JsonNode made) {
        return new PostRef(made.get("uri").asText(), Optional.empty(), Optional.of(handle));
    }

    private static Map<String, Object> record(String text, Instant at) {
        Map<String, Object> record = new HashMap<>();
        record.put("$type", AtUri.COLLECTION);
        record.put("text", text);
        record.put("langs", List.of("en"));
        record.put("createdAt", at.toString());
        return record;
    }
}
