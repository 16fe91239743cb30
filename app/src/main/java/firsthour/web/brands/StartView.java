package firsthour.web.brands;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import firsthour.intake.Proposals.Proposal;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Sources that can be started for a brand with one click.
///
/// @param chosen networks that are ticked
/// @param answers what was entered, by network
/// @param problems what is wrong with an entry, by network
@Introspected
public record StartView(
        long brand,
        String name,
        List<Proposal> proposals,
        Set<String> chosen,
        Map<String, String> answers,
        Map<String, String> problems) {

    /// What is sent to try a proposal, as a JSON object.
    public String asked(Proposal proposal) {
        var fields = new TreeMap<>(proposal.settings());
        fields.put("network", proposal.network());
        fields.put("brand", Long.toString(brand));
        var json = new StringBuilder("{");
        fields.forEach((field, value) ->
                json.append(json.length() == 1 ? "" : ",")
                        .append('"')
                        .append(field)
                        .append("\":\"")
                        .append(JsonStringEncoder.getInstance().quoteAsString(value))
                        .append('"'));
        return json.append('}').toString();
    }
}
