package firsthour.reporting;

/// What a mention says about the brand: a person's correction, else the model's word.
public enum Judgement {
    NEGATIVE("negative"),
    NEUTRAL("neutral"),
    POSITIVE("positive"),
    UNDETERMINED("language not known"),
    /// Stored, but no model has read it yet.
    UNJUDGED("not judged yet");

    private final String words;

    Judgement(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
