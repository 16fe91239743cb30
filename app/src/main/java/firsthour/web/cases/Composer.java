package firsthour.web.cases;

import java.util.List;

/// One panel in which a reply is written.
///
/// @param text what was typed, or the draft that was kept
/// @param facts that can be inserted
public record Composer(String text, CheckView check, List<Fact> facts) {
    /// A fact of the brand.
    public record Fact(String name, String text) {}
}
