package firsthour.http;

/// The meter of what this thread does now.
final class Metered {
    static final ScopedValue<Meter> CURRENT = ScopedValue.newInstance();

    private Metered() {}
}
