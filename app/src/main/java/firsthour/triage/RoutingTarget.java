package firsthour.triage;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import java.util.Locale;
import java.util.Optional;

/// Where a rule sends cases: to a team, to those with a skill, or to those of a team who have it.
///
/// @param skill in lower case
public record RoutingTarget(Optional<Long> teamId, Optional<String> skill, Manner manner) {

    /// How it is settled who gets a case.
    public enum Manner {
        POOL(mark("whoever claims it first")),
        TURN(mark("each in turn")),
        LEAST_LOAD(mark("whoever has the least to do"));

        private final String words;

        Manner(String words) {
            this.words = words;
        }

        /// As people read it.
        public String words() {
            return t(words);
        }
    }

    public RoutingTarget {
        skill =
                skill.map(word -> word.strip().toLowerCase(Locale.ROOT))
                        .filter(word -> !word.isEmpty());
        if (teamId.isEmpty() && skill.isEmpty()) {
            throw new IllegalArgumentException("A rule sends cases to a team or to a skill");
        }
    }
}
