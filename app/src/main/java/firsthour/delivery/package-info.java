/// Channels that people read, and the outbox that brings messages to them: at least once, one a
/// second at most, never lost. Holds no text of a message: that is composed when it is sent.
@NullMarked
package firsthour.delivery;

import org.jspecify.annotations.NullMarked;
