package firsthour.sentiment.linear;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// Weights of a trained logistic regression over [Features] and a few figures beside them: what it
/// says is the sum of the weights of what a post has.
///
/// The weights of features are kept in a byte each, with one scale for each class. Of the numbers
/// that a feature may have most have no weight; a set of bits tells which do, and only their
/// weights are kept, side by side: all of it fits into a processor's caches, and a table of all
/// numbers, in which each look misses them, would cost most of the time. Immutable.
public final class LinearModel {
    private final int classes;
    private final int bits;

    /// One bit for each number that a feature may have.
    private final long[] used;

    /// Of each element of the bits: how many have weights before it, and one more.
    private final int[] before;

    /// The first are zeros, for all that have none.
    private final byte[] weights;

    private final float[] scales;

    /// By figure and class.
    private final float[] figures;

    private final float[] bias;

    /// @param weights of each class for each number that a feature may have, in this order
    /// @param figures of each class for each figure, in this order
    /// @param bias of each class
    public LinearModel(int bits, float[][] weights, float[][] figures, float[] bias) {
        this.classes = bias.length;
        this.bits = bits;
        this.bias = bias.clone();
        this.figures = new float[figures.length * classes];
        for (int i = 0; i < figures.length; i++) {
            System.arraycopy(figures[i], 0, this.figures, i * classes, classes);
        }
        this.scales = new float[classes];
        for (int k = 0; k < classes; k++) {
            float most = 0;
            for (float weight : weights[k]) {
                most = Math.max(most, Math.abs(weight));
            }
            scales[k] = most / Byte.MAX_VALUE;
        }
        var kept = new Kept(classes, bits);
        byte[] row = new byte[classes];
        for (int i = 0; i < 1 << bits; i++) {
            for (int k = 0; k < classes; k++) {
                row[k] = scales[k] == 0 ? 0 : (byte) Math.round(weights[k][i] / scales[k]);
            }
            kept.add(i, row);
        }
        this.used = kept.used;
        this.before = kept.before();
        this.weights = kept.weights();
    }

    private LinearModel(int bits, Kept kept, float[] scales, float[] figures, float[] bias) {
        this.classes = bias.length;
        this.bits = bits;
        this.used = kept.used;
        this.before = kept.before();
        this.weights = kept.weights();
        this.scales = scales;
        this.figures = figures;
        this.bias = bias;
    }

    /// Collects weights in the order of their features.
    private static final class Kept {
        private final int classes;
        private final long[] used;
        private byte[] weights = new byte[1 << 12];
        private int size;

        Kept(int classes, int bits) {
            this.classes = classes;
            this.size = classes;
            this.used = new long[Math.max(1, (1 << bits) / Long.SIZE)];
        }

        /// Keeps what is not zero.
        void add(int feature, byte[] row) {
            boolean zero = true;
            for (byte weight : row) {
                zero &= weight == 0;
            }
            if (zero) {
                return;
            }
            used[feature / Long.SIZE] |= 1L << feature;
            if (size + classes > weights.length) {
                weights = Arrays.copyOf(weights, 2 * weights.length);
            }
            System.arraycopy(row, 0, weights, size, classes);
            size += classes;
        }

        int[] before() {
            int[] before = new int[used.length];
            before[0] = 1;
            for (int i = 1; i < used.length; i++) {
                before[i] = before[i - 1] + Long.bitCount(used[i - 1]);
            }
            return before;
        }

        byte[] weights() {
            return Arrays.copyOf(weights, size);
        }
    }

    /// What speaks for each class, in no unit: the logarithms of odds that are not calibrated.
    ///
    /// @param figures as many as the model was trained with
    public double[] logits(Features features, float[] figures) {
        double[] sums = new double[classes];
        switch (classes) {
            case 2 -> sumTwo(features, sums);
            case 3 -> sumThree(features, sums);
            default -> sumAll(features, sums);
        }
        for (int k = 0; k < classes; k++) {
            sums[k] = sums[k] * scales[k] + bias[k];
        }
        int count = this.figures.length / classes;
        for (int i = 0; i < count; i++) {
            if (figures[i] != 0) {
                for (int k = 0; k < classes; k++) {
                    sums[k] += figures[i] * this.figures[i * classes + k];
                }
            }
        }
        return sums;
    }

    private void sumTwo(Features features, double[] sums) {
        int first = 0;
        int second = 0;
        for (int i = 0; i < features.size(); i++) {
            int at = place(features.get(i));
            first += weights[at];
            second += weights[at + 1];
        }
        sums[0] = first;
        sums[1] = second;
    }

    /// How each token of a post with three classes moved the sums: the weights of the features that
    /// came from it.
    ///
    /// @param to takes three numbers for each token; what it held is overwritten
    /// @param tokens of the post
    public void shares(Features features, float[] to, int tokens) {
        Arrays.fill(to, 0, 3 * tokens, 0);
        for (int i = 0; i < features.size(); i++) {
            int token = features.owner(i);
            if (token != Features.OF_POST) {
                int at = place(features.get(i));
                for (int k = 0; k < 3; k++) {
                    to[3 * token + k] += weights[at + k] * scales[k];
                }
            }
        }
    }

    private void sumThree(Features features, double[] sums) {
        int first = 0;
        int second = 0;
        int third = 0;
        for (int i = 0; i < features.size(); i++) {
            int at = place(features.get(i));
            first += weights[at];
            second += weights[at + 1];
            third += weights[at + 2];
        }
        sums[0] = first;
        sums[1] = second;
        sums[2] = third;
    }

    private void sumAll(Features features, double[] sums) {
        for (int i = 0; i < features.size(); i++) {
            int at = place(features.get(i));
            for (int k = 0; k < classes; k++) {
                sums[k] += weights[at + k];
            }
        }
    }

    /// Where a feature's weights begin; 0, where zeros stand, for one that has none. Without a
    /// branch, which no processor could foresee.
    private int place(int feature) {
        long among = used[feature / Long.SIZE];
        int has = (int) (among >>> feature) & 1;
        long earlier = among & ((1L << feature) - 1);
        return -has & (classes * (before[feature / Long.SIZE] + Long.bitCount(earlier)));
    }

    /// Writes what is not zero.
    public void write(DataOutput out) throws IOException {
        out.writeByte(classes);
        out.writeByte(bits);
        for (int k = 0; k < classes; k++) {
            out.writeFloat(scales[k]);
            out.writeFloat(bias[k]);
        }
        out.writeShort(figures.length);
        for (float figure : figures) {
            out.writeFloat(figure);
        }
        out.writeInt(weights.length / classes - 1);
        int last = -1;
        for (int i = 0; i < 1 << bits; i++) {
            int at = place(i);
            if (at > 0) {
                out.writeShort(i - last);
                out.write(weights, at, classes);
                last = i;
            } else if (i - last == 0xFFFF) {
                // Further apart than two bytes tell: a feature without weight stands between.
                out.writeShort(0xFFFF);
                out.write(new byte[classes]);
                last = i;
            }
        }
        out.writeShort(0);
    }

    /// Reads what [#write] wrote.
    public static LinearModel read(DataInput in) throws IOException {
        int classes = in.readUnsignedByte();
        int bits = in.readUnsignedByte();
        float[] scales = new float[classes];
        float[] bias = new float[classes];
        for (int k = 0; k < classes; k++) {
            scales[k] = in.readFloat();
            bias[k] = in.readFloat();
        }
        float[] figures = new float[in.readUnsignedShort()];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = in.readFloat();
        }
        in.readInt();
        var kept = new Kept(classes, bits);
        byte[] row = new byte[classes];
        int at = -1;
        for (int step = in.readUnsignedShort(); step != 0; step = in.readUnsignedShort()) {
            at += step;
            in.readFully(row);
            kept.add(at, row);
        }
        return new LinearModel(bits, kept, scales, figures, bias);
    }
}
