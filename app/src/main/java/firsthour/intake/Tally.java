package firsthour.intake;

/// What became of what was read; nothing is dropped without being counted.
///
/// @param accepted posts that were stored for the first time
/// @param duplicate posts that were known, or are copies of one from another source
/// @param revised known posts whose words changed
/// @param matched accepted or revised posts that mention a brand, and copies that mention one more
/// @param unmatched accepted posts that mention none
/// @param own accepted posts of a brand's own accounts
/// @param rejected entries that could not become a post
public record Tally(
        long accepted,
        long duplicate,
        long revised,
        long matched,
        long unmatched,
        long own,
        long rejected) {
    public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

    /// The same, but for what was known: of posts that are looked at again that is no news.
    Tally withoutDuplicates() {
        return new Tally(accepted, 0, revised, matched, unmatched, own, rejected);
    }

    /// Both together.
    public Tally plus(Tally other) {
        return new Tally(
                accepted + other.accepted,
                duplicate + other.duplicate,
                revised + other.revised,
                matched + other.matched,
                unmatched + other.unmatched,
                own + other.own,
                rejected + other.rejected);
    }
}
