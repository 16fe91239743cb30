/// What happened, in the past tense: the log, and one pending row for each consumer, both written
/// in the transaction of the deed. Holds ids and primitives, no text of a post and no customer's
/// name.
@NullMarked
package firsthour.events;

import org.jspecify.annotations.NullMarked;
