package firsthour.http;

import java.util.Optional;

/// What a server gave to recognise an answer by, kept exactly as received: a server may compare the
/// date as text, and a weak ETag keeps its `W/`.
public record Validators(Optional<String> etag, Optional<String> lastModified) {
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
}
