package firsthour.reporting.month;

import java.time.Instant;

/// Something that we said in public.
record Word(long number, Instant at, Kind kind) {
    enum Kind {
        ACKNOWLEDGEMENT,
        ANSWER,
        FOLLOW_UP
    }
}
