package firsthour.reporting;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

/// What a mention says about the brand: a person's correction, else the model's word.
public enum Judgement {
    NEGATIVE(mark("negative")),
    NEUTRAL(mark("neutral")),
    POSITIVE(mark("positive")),
    UNDETERMINED(mark("language not known")),
    /// Stored, but no model has read it yet.
    UNJUDGED(mark("not judged yet"));

    private final String words;

    Judgement(String words) {
        this.words = words;
    }

    public String words() {
        return t(words);
    }
}
