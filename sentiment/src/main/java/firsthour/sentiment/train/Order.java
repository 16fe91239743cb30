package firsthour.sentiment.train;

import java.util.Random;

/// The order in which rows are learned from.
final class Order {
    private Order() {}

    /// Every order is as likely (Fisher and Yates).
    static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
    }
}
