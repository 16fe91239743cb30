package firsthour.http;

/// What came over a web socket.
public sealed interface Message {

    /// A whole message. One in binary is taken for text as well: whoever cannot read it says so.
    record Text(String text) implements Message {
        /// Tells the length alone: a message may hold a post.
        @Override
        public String toString() {
            return "Text of " + text.length() + " characters";
        }
    }

    /// Nothing, for as long as was to be waited.
    record Nothing() implements Message {}

    /// Nothing more will come.
    record Ended(NoAnswer why) implements Message {}
}
