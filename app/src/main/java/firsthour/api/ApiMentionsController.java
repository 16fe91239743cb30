package firsthour.api;

import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.sentiment.Polarity;
import firsthour.triage.MentionViews;
import firsthour.triage.Verdict;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Mentions, whether they belong to a case or not.
@Controller(ApiPath.ROOT + "/mentions")
@Secured(Scopes.READ)
@ForPrograms
@Tag(name = "Mentions")
@Tag(name = "scope READ")
final class ApiMentionsController {
    private final MentionViews mentions;

    ApiMentionsController(MentionViews mentions) {
        this.mentions = mentions;
    }

    /// Mentions, the newest first.
    ///
    /// @param brand the id of one brand; of all where it is missing
    /// @param verdict only what triage decided so about
    /// @param polarity only what is judged so: by a person, else by the model
    /// @param after the “next” of the page before
    /// @param limit how many, 1 to 200; 50 where it is missing
    @Get
    Listing<MentionJson> listMentions(
            @QueryValue @Nullable Long brand,
            @QueryValue @Nullable Verdict verdict,
            @QueryValue @Nullable Polarity polarity,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit) {
        int most = Listing.size(limit);
        var filter =
                new MentionViews.Filter(
                        Optional.ofNullable(brand),
                        Optional.ofNullable(verdict),
                        Optional.ofNullable(polarity));
        var found = mentions.find(filter, Optional.ofNullable(after).map(Listing::id), most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        return new Listing<>(
                shown.stream().map(MentionJson::of).toList(),
                found.size() > most ? Long.toString(shown.getLast().mention().id()) : null);
    }

    /// A mention.
    @Get("/{id}")
    MentionJson getMention(long id) {
        return mentions.find(id)
                .map(MentionJson::of)
                .orElseThrow(() -> Refused.missing("mention", id));
    }
}
