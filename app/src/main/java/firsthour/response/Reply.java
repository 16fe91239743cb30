package firsthour.response;

import firsthour.triage.ReplyKind;
import java.time.Instant;
import java.util.Optional;

/// A public word of ours on a case.
///
/// @param url where it can be read
/// @param postedAt when it became public
/// @param memberName who recorded it; empty where it was found on the network alone
/// @param found it was seen on the network
public record Reply(
        long id,
        int episode,
        ReplyKind kind,
        String text,
        Optional<String> url,
        Instant postedAt,
        Instant recordedAt,
        Optional<String> memberName,
        boolean found) {}
