package firsthour.sentiment.linear;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// Weights of a trained logistic regression over [Features] and a few figures beside them: what it
/// says is the sum of the weights of what a post has.
///
/// The weights of features are kept in a byte each, with one scale for each class. Immutable.
public final class LinearModel {
    private final int classes;
    private final int bits;
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
        this.weights = new byte[classes << bits];
        for (int k = 0; k < classes; k++) {
            float most = 0;
            for (float weight : weights[k]) {
                most = Math.max(most, Math.abs(weight));
            }
            scales[k] = most / Byte.MAX_VALUE;
            for (int i = 0; i < weights[k].length; i++) {
                this.weights[i * classes + k] =
                        scales[k] == 0 ? 0 : (byte) Math.round(weights[k][i] / scales[k]);
            }
        }
    }

    private LinearModel(int bits, byte[] weights, float[] scales, float[] figures, float[] bias) {
        this.classes = bias.length;
        this.bits = bits;
        this.weights = weights;
        this.scales = scales;
        this.figures = figures;
        this.bias = bias;
    }

    /// What speaks for each class, in no unit: the logarithms of odds that are not calibrated.
    ///
    /// @param figures as many as the model was trained with
    public double[] logits(Features features, float[] figures) {
        double[] sums = new double[classes];
        switch (classes) {
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
                int at = features.get(i) * 3;
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
            int at = features.get(i) * 3;
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
            int at = features.get(i) * classes;
            for (int k = 0; k < classes; k++) {
                sums[k] += weights[at + k];
            }
        }
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
        int used = 0;
        for (int i = 0; i < 1 << bits; i++) {
            used += isUsed(i) ? 1 : 0;
        }
        out.writeInt(used);
        int before = -1;
        for (int i = 0; i < 1 << bits; i++) {
            if (isUsed(i)) {
                out.writeShort(i - before);
                out.write(weights, i * classes, classes);
                before = i;
            } else if (i - before == 0xFFFF) {
                // Further apart than two bytes tell: a feature without weight stands between.
                out.writeShort(0xFFFF);
                out.write(weights, i * classes, classes);
                before = i;
            }
        }
        out.writeShort(0);
    }

    private boolean isUsed(int feature) {
        for (int k = 0; k < classes; k++) {
            if (weights[feature * classes + k] != 0) {
                return true;
            }
        }
        return false;
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
        byte[] weights = new byte[classes << bits];
        int at = -1;
        for (int step = in.readUnsignedShort(); step != 0; step = in.readUnsignedShort()) {
            at += step;
            in.readFully(weights, at * classes, classes);
        }
        return new LinearModel(bits, weights, scales, figures, bias);
    }
}
