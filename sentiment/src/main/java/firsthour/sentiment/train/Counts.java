package firsthour.sentiment.train;

/// How often a label was found rightly, found wrongly and missed. A figure of which nothing is
/// right is 0.
record Counts(int right, int wrong, int missed) {
    double precision() {
        return right == 0 ? 0 : (double) right / (right + wrong);
    }

    double recall() {
        return right == 0 ? 0 : (double) right / (right + missed);
    }

    double f1() {
        return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
    }

    Counts plus(Counts more) {
        return new Counts(right + more.right, wrong + more.wrong, missed + more.missed);
    }
}
