/// What a post shows in its words beside its polarity: topics, severity with reasons, questions,
/// praise, irony.
@NullMarked
package firsthour.sentiment.cues;

import org.jspecify.annotations.NullMarked;
