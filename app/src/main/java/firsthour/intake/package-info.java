/// Which sources are due, what they bring, and how they fare. Posts, mentions and checkpoint are
/// stored in one transaction, so that a crash repeats work and loses none.
@NullMarked
package firsthour.intake;

import org.jspecify.annotations.NullMarked;
