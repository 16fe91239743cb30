package firsthour.web.queue;

import firsthour.web.cases.CasePage;
import firsthour.web.cases.RowView;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The queue as one person sees it.
///
/// @param path of this list, with its filters
/// @param query the same filters, as the query of an address
/// @param brand the brand that is chosen; null for all
/// @param tab the list that is chosen, as it stands in an address
/// @param kind the kind that is chosen; empty for all
/// @param kept the views beside the tabs
/// @param sample the name of a sample brand in this list; null when there is none
/// @param news none yet; null where nothing new can come
/// @param open the case that is read beside the list; null when none is
/// @param missing a case was asked for that there is not
/// @param empty what is said where there are no rows
@Introspected
public record QueueView(
        String path,
        String query,
        @Nullable Long brand,
        String tab,
        String kind,
        String words,
        List<Brand> brands,
        List<String> kinds,
        List<Tab> tabs,
        Kept kept,
        @Nullable String sample,
        Rows list,
        @Nullable News news,
        @Nullable CasePage open,
        boolean missing,
        @Nullable Empty empty) {

    /// A brand that can be chosen.
    public record Brand(long id, String name) {}

    /// One of the lists.
    ///
    /// @param count null where it is not counted
    public record Tab(String label, String path, @Nullable String count, boolean on) {}

    /// The views beside the tabs: some that everybody has, and what was saved.
    ///
    /// @param teams with whom the reader may share one; empty for who may not
    /// @param nameable the filters that are shown have no name yet, and are worth one
    /// @param typed the name that was typed and refused; empty where none was
    /// @param wrong why it was refused; null where nothing was
    public record Kept(
            List<Saved> views,
            List<Team> teams,
            boolean nameable,
            String typed,
            @Nullable String wrong) {

        /// The saved view whose list is shown, if the reader may change it; else null.
        public @Nullable Saved current() {
            return views.stream()
                    .filter(view -> view.on() && view.changeable())
                    .findFirst()
                    .orElse(null);
        }
    }

    /// Filters under a name.
    ///
    /// @param id 0 for what everybody has
    /// @param count null where it is not counted
    /// @param shared with whom and by whom, in words; empty for what one keeps for oneself
    /// @param teamId with whom it is shared; null for nobody
    public record Saved(
            long id,
            String name,
            String path,
            @Nullable String count,
            boolean on,
            String shared,
            @Nullable Long teamId,
            long version,
            boolean changeable) {}

    /// A team with which a view may be shared.
    public record Team(long id, String name) {}

    /// A page of rows.
    ///
    /// @param more the address of the page that shows the next ones; null when there are none
    /// @param moreRows the address of the next rows alone
    @Introspected
    public record Rows(List<RowView> rows, @Nullable String more, @Nullable String moreRows) {}

    /// Nothing is here: what will be, and the step that brings it.
    public record Empty(
            String title, String text, @Nullable String action, @Nullable String href) {}

    /// What is new since the page was read.
    ///
    /// @param told how many cases
    /// @param words the same, for a person
    /// @param poll asks whether there are more by now
    /// @param path of the list with the new rows
    @Introspected
    public record News(int told, String words, String poll, String path) {}
}
