package firsthour.web.testimonials;

import firsthour.recovery.Testimonial.Scope;
import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The register, by state.
///
/// @param older the address of what comes next; null where nothing does
@Introspected
public record TestimonialsView(List<Group> groups, @Nullable String older) {

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /// Those of one state.
    public record Group(String state, List<Line> lines) {}

    /// One of them.
    ///
    /// @param quote empty where it may not be used any more
    /// @param where the network's title and the author
    /// @param url null where there is none that may be followed
    /// @param allowed what the customer allowed, a sentence; null until it was granted
    /// @param rewritten whether the quote stands in the post no longer
    /// @param ended why it may not be used any more; null while it may
    public record Line(
            long id,
            long version,
            String brand,
            @Nullable Long caseId,
            long mentionId,
            String state,
            String quote,
            String where,
            @Nullable String url,
            String askedBy,
            Instant askedAt,
            @Nullable String allowed,
            @Nullable String proof,
            @Nullable String proofUrl,
            boolean rewritten,
            @Nullable String ended) {}

    /// One testimonial and what can be done with it.
    ///
    /// @param typed what stands in the form, by field
    @Introspected
    public record One(
            Line line,
            boolean mayWork,
            Map<String, String> typed,
            FormErrors errors,
            @Nullable String wrong) {

        /// What was typed in a field; empty where nothing was.
        public String at(String field) {
            return typed.getOrDefault(field, "");
        }

        /// Whether a use is ticked.
        public boolean has(Scope scope) {
            return typed.containsKey(scope.name());
        }

        /// Whether it may still be granted or withdrawn.
        public boolean isLive() {
            return line.ended() == null;
        }
    }

    /// Asking for a testimonial.
    ///
    /// @param words the post
    /// @param quote what is chosen of it
    @Introspected
    public record Asking(
            long mentionId,
            String words,
            String quote,
            FormErrors errors,
            @Nullable String wrong) {}
}
