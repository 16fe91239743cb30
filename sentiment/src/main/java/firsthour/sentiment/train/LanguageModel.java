package firsthour.sentiment.train;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Map;

/// A language model that makes one vector of a text. One run works on one thread: several texts at
/// once are read faster so than each by all threads. Thread-safe.
final class LanguageModel {
    /// How the vectors of a text's tokens become one.
    enum Pooling {
        FIRST,
        MEAN
    }

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final Pooling pooling;

    /// Loads a model, which is never closed: it is needed as long as the training runs.
    ///
    /// @param name of the resources `NAME.onnx` and `NAME-tokenizer.json`
    LanguageModel(String name, Pooling pooling) {
        this.pooling = pooling;
        try (InputStream weights = resource(name + ".onnx");
                InputStream tokens = resource(name + "-tokenizer.json");
                var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = environment.createSession(weights.readAllBytes(), options);
            tokenizer = HuggingFaceTokenizer.newInstance(tokens, Map.of("padding", "false"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("The language model " + name + " does not load", e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream found = LanguageModel.class.getResourceAsStream("/" + name);
        if (found == null) {
            throw new FileNotFoundException("There is no " + name + " on the class path");
        }
        return found;
    }

    /// The vector of a text, of length 1.
    float[] read(String text) {
        Encoding encoding = tokenizer.encode(text, true, false);
        try (var ids = tensor(encoding.getIds());
                var mask = tensor(encoding.getAttentionMask());
                var types = tensor(encoding.getTypeIds());
                var result =
                        session.run(
                                Map.of(
                                        "input_ids", ids,
                                        "attention_mask", mask,
                                        "token_type_ids", types))) {
            return pooled(((float[][][]) result.get(0).getValue())[0]);
        } catch (OrtException e) {
            throw new IllegalStateException("The language model does not run", e);
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(
                environment, LongBuffer.wrap(row), new long[] {1, row.length});
    }

    private float[] pooled(float[][] tokens) {
        int used =
                switch (pooling) {
                    case FIRST -> 1;
                    case MEAN -> tokens.length;
                };
        double[] sums = new double[tokens[0].length];
        for (int token = 0; token < used; token++) {
            for (int k = 0; k < sums.length; k++) {
                sums[k] += tokens[token][k];
            }
        }
        double squares = 0;
        for (double sum : sums) {
            squares += sum * sum;
        }
        float[] vector = new float[sums.length];
        for (int k = 0; k < sums.length; k++) {
            vector[k] = (float) (sums[k] / Math.sqrt(squares));
        }
        return vector;
    }
}
