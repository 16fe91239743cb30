package firsthour.http;

/// What came of opening a web socket.
public sealed interface Listening {

    /// It is open; close it when nothing more is to be heard.
    record Opened(Messages messages) implements Listening {}

    /// The other side answered, and opened none.
    ///
    /// @param answer its status and headers; the body is left unread
    record Answered(Answer answer) implements Listening {}

    record Failed(NoAnswer none) implements Listening {}
}
