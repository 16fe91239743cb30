package firsthour.api;

/// What programs tell one problem from another by.
enum ProblemCode {
    /// No token, or none that counts.
    NOT_SIGNED_IN,
    /// The token does not have the scope.
    SCOPE_MISSING,
    /// The member's role does not allow it, whatever the token's scopes.
    ROLE_MISSING,
    /// There is nothing there.
    NOT_FOUND,
    /// The request is wrong by itself: “errors” names the fields.
    INVALID,
    /// Somebody changed it since the version that the request names.
    STALE,
    /// Somebody else has the case.
    TAKEN,
    /// As it stands, it does not allow that; “detail” says what would.
    NOT_POSSIBLE,
    /// The same Idempotency-Key came with another request, or is still under way.
    REPEATED,
    /// Too many requests: “Retry-After” says when to go on.
    THROTTLED,
    /// It failed here. Nobody knows whether it was done.
    FAILED
}
