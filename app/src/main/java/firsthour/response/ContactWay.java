package firsthour.response;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

/// How somebody spoke with a customer out of sight of others.
public enum ContactWay {
    PHONE(mark("by phone")),
    MAIL(mark("by mail")),
    MESSAGE(mark("in a direct message")),
    IN_PERSON(mark("in person"));

    private final String words;

    ContactWay(String words) {
        this.words = words;
    }

    /// As people read it, within a sentence.
    public String words() {
        return t(words);
    }
}
