package firsthour.response;

/// How somebody spoke with a customer out of sight of others.
public enum ContactWay {
    PHONE("by phone"),
    MAIL("by mail"),
    MESSAGE("in a direct message"),
    IN_PERSON("in person");

    private final String words;

    ContactWay(String words) {
        this.words = words;
    }

    /// As people read it, within a sentence.
    public String words() {
        return words;
    }
}
