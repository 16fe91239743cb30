package firsthour.sentiment.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// The trained numbers of a [Network]. Word vectors are kept in a byte for each number, with one
/// scale for each dimension.
///
/// Immutable.
public final class Weights {
    private final int filters;
    private final byte[] vectors;

    /// By dimension.
    private final float[] scales;

    /// By dimension, place and filter.
    private final float[] spans;

    /// By width and filter.
    private final float[] bias;

    /// By class and filter.
    private final float[] output;

    /// By class.
    private final float[] outputBias;

    /// @param vectors by number of the vocabulary and dimension
    /// @param spans by dimension, place and filter
    /// @param bias by width and filter
    /// @param output by class and filter
    /// @param outputBias by class
    public Weights(
            int dimensions,
            float[] vectors,
            float[] spans,
            float[] bias,
            float[] output,
            float[] outputBias) {
        this(
                scales(vectors, dimensions),
                pressed(vectors, scales(vectors, dimensions)),
                spans.clone(),
                bias.clone(),
                output.clone(),
                outputBias.clone());
    }

    private Weights(
            float[] scales,
            byte[] vectors,
            float[] spans,
            float[] bias,
            float[] output,
            float[] outputBias) {
        this.filters = bias.length / Network.WIDEST;
        this.scales = scales;
        this.vectors = vectors;
        this.spans = spans;
        this.bias = bias;
        this.output = output;
        this.outputBias = outputBias;
    }

    /// Filters of each width.
    int filters() {
        return filters;
    }

    float bias(int filter) {
        return bias[filter];
    }

    double[] logits(float[] answers) {
        double[] logits = new double[outputBias.length];
        for (int k = 0; k < logits.length; k++) {
            float sum = outputBias[k];
            int at = k * answers.length;
            for (int i = 0; i < answers.length; i++) {
                sum += output[at + i] * answers[i];
            }
            logits[k] = sum;
        }
        return logits;
    }

    /// What each filter answers to a word in each place of its span.
    float[] answers(int word) {
        int places = Network.PLACES * filters;
        float[] sums = new float[places];
        for (int d = 0; d < scales.length; d++) {
            float value = vectors[word * scales.length + d] * scales[d];
            int at = d * places;
            for (int i = 0; i < places; i++) {
                sums[i] += value * spans[at + i];
            }
        }
        return sums;
    }

    private static float[] scales(float[] vectors, int dimensions) {
        float[] scales = new float[dimensions];
        for (int i = 0; i < vectors.length; i++) {
            int d = i % dimensions;
            scales[d] = Math.max(scales[d], Math.abs(vectors[i]) / Byte.MAX_VALUE);
        }
        return scales;
    }

    private static byte[] pressed(float[] vectors, float[] scales) {
        byte[] pressed = new byte[vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            float scale = scales[i % scales.length];
            pressed[i] = scale == 0 ? 0 : (byte) Math.round(vectors[i] / scale);
        }
        return pressed;
    }

    void write(DataOutput out) throws IOException {
        write(out, scales);
        out.writeInt(vectors.length);
        out.write(vectors);
        write(out, spans);
        write(out, bias);
        write(out, output);
        write(out, outputBias);
    }

    static Weights read(DataInput in) throws IOException {
        float[] scales = readFloats(in);
        byte[] vectors = new byte[in.readInt()];
        in.readFully(vectors);
        return new Weights(
                scales, vectors, readFloats(in), readFloats(in), readFloats(in), readFloats(in));
    }

    /// In two bytes each: half the precision costs nothing that can be measured.
    private static void write(DataOutput out, float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeShort(Float.floatToFloat16(value));
        }
    }

    private static float[] readFloats(DataInput in) throws IOException {
        float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.float16ToFloat(in.readShort());
        }
        return values;
    }
}
