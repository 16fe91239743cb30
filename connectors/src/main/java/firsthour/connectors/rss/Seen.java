package firsthour.connectors.rss;

import firsthour.connectors.Checkpoint;
import firsthour.connectors.reading.Stored;
import firsthour.http.Validators;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The checkpoint: how the feed looked when it was last read.
///
/// @param feed the address; another one starts anew
/// @param entries for each entry, by the digest of its key, the digest of what a reader sees;
///   newest answer first
record Seen(
        int version,
        String feed,
        @Nullable String etag,
        @Nullable String lastModified,
        Map<String, String> entries) {
    private static final int VERSION = 1;

    /// Entries that are remembered after the feed dropped them, as some feeds list them again.
    private static final int MOST = 2_000;

    static Seen from(Checkpoint checkpoint, String feed) {
        return Stored.find(checkpoint, Seen.class)
                .filter(seen -> seen.version == VERSION && seen.feed.equals(feed))
                .orElseGet(() -> new Seen(VERSION, feed, null, null, Map.of()));
    }

    Checkpoint checkpoint() {
        return Stored.of(this);
    }

    Validators validators() {
        return new Validators(Optional.ofNullable(etag), Optional.ofNullable(lastModified));
    }

    boolean holds(String key, String content) {
        return content.equals(entries.get(key));
    }

    /// The feed as it looks now, and behind it what it had listed before.
    Seen after(Validators validators, Map<String, String> met) {
        Map<String, String> all = new LinkedHashMap<>(met);
        for (Map.Entry<String, String> old : entries.entrySet()) {
            if (all.size() < Math.max(MOST, met.size())) {
                all.putIfAbsent(old.getKey(), old.getValue());
            }
        }
        return new Seen(
                VERSION,
                feed,
                validators.etag().orElse(null),
                validators.lastModified().orElse(null),
                all);
    }

    /// 64 bits are plenty to tell a few thousand entries apart.
    static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
