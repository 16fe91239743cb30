package firsthour.web.praise;

import firsthour.response.Outgoing;
import firsthour.response.Praise.Which;
import firsthour.response.Way;
import firsthour.web.cases.CheckView;
import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One post that praises, with the thanks for it.
///
/// @param mayWork whether the reader may thank
/// @param way how thanks can be posted from here; null where they cannot
/// @param typed what stands in the form
/// @param check what is found in it
@Introspected
public record PraiseView(
        Line line,
        boolean mayWork,
        @Nullable Way way,
        Typed typed,
        CheckView check,
        FormErrors errors,
        @Nullable String wrong) {

    /// Whether the reader can thank now.
    public boolean isOpen() {
        return mayWork && line.thanked() == null && line.reply() == null && !line.deleted();
    }

    /// What stands in the form.
    ///
    /// @param postedAt date and time in the reader's zone
    public record Typed(String text, String url, String postedAt) {}

    /// A post that praises.
    ///
    /// @param where the network's title and the author
    /// @param url null where there is none that may be followed
    /// @param thanked who thanked; null where nobody has
    /// @param thanksUrl null where there is none that may be followed
    /// @param waived findings that were let stand, with the reasons
    /// @param reply thanks that are under way, or that wait for a person; null where there are none
    public record Line(
            long id,
            String brand,
            String where,
            @Nullable Integer stars,
            @Nullable String title,
            String text,
            boolean deleted,
            @Nullable String url,
            Instant publishedAt,
            @Nullable String thanked,
            @Nullable Instant thankedAt,
            @Nullable String thanksText,
            @Nullable String thanksUrl,
            @Nullable String waived,
            @Nullable Outgoing reply) {}

    /// A brand to choose.
    public record Choice(long id, String name) {}

    /// A page of the list.
    ///
    /// @param brand 0 for all
    /// @param older the address of what comes next; null where nothing does
    @Introspected
    public record Listed(
            List<Line> lines,
            List<Choice> brands,
            long brand,
            Which which,
            @Nullable String older) {

        /// The address of the list with another choice.
        public String to(Which other) {
            return address(brand, other);
        }

        static String address(long brand, Which which) {
            return "/praise?show="
                    + which.name().toLowerCase(Locale.ROOT)
                    + (brand == 0 ? "" : "&brand=" + brand);
        }
    }
}
