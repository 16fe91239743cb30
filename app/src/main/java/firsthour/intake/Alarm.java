package firsthour.intake;

/// Why people are told of a source.
enum Alarm {
    /// It gives nothing, and that does not pass by itself.
    STOPPED,
    /// It still works, and its access is about to end.
    ENDING,
    /// It answers, and has brought nothing for an unusually long time.
    QUIET
}
