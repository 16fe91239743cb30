package firsthour.team;

import firsthour.language.Language;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Somebody who may sign in.
///
/// @param email in lower case; what one signs in with
/// @param name as colleagues and, in replies, customers read it
/// @param zone in which this person reads times
/// @param language in which this person reads pages; null is what the browser asks for
/// @param active false once deactivated: signs in no more, stays named in what was done
/// @param sessionEpoch a sign-in with an older number has ended
public record Member(
        long id,
        String email,
        String name,
        Role role,
        ZoneId zone,
        @Nullable Language language,
        boolean active,
        int sessionEpoch,
        Instant createdAt) {}
