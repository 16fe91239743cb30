package firsthour.triage;

import java.time.Instant;
import java.util.Optional;

/// A question to a colleague about a case, which stays where it is.
public record Help(
        long id,
        long askerId,
        String askerName,
        long helperId,
        String helperName,
        String question,
        Instant askedAt,
        Optional<String> answer,
        Optional<Instant> answeredAt) {}
