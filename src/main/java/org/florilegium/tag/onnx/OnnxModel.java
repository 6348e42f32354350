package org.florilegium.tag.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.florilegium.document.UnprocessableDocumentException;
import org.florilegium.tag.ClassifierException;
import org.florilegium.tag.Device;

/**
 * One ONNX model: opened once, one thread, one text a call.
 *
 * <p>ONNX Runtime 1.29.0 ends the process with a segmentation fault when the command line of the JVM is longer than about
 * 4,000 bytes, so start Java with {@code -cp 'lib/*'} or the CLASSPATH variable, never with a long {@code -cp}.
 */
final class OnnxModel implements AutoCloseable {
    private final OrtSession session;

    private OnnxModel(OrtSession session) {
        this.session = session;
    }

    /** Opens a model on the CPU. */
    static OnnxModel open(byte[] bytes, String what) {
        return open(bytes, what, Device.CPU);
    }

    /**
     * Opens a model.
     *
     * @param what whose model it is, for the message
     * @throws ClassifierException when ONNX Runtime refuses it, or has no provider for {@code device}
     */
    static OnnxModel open(byte[] bytes, String what, Device device) {
        requireProvider(device, OrtEnvironment.getAvailableProviders());
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            if (device.isCuda()) {
                options.addCUDA(device.number());
            }
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            return new OnnxModel(environment().createSession(bytes, options));
        } catch (OrtException e) {
            throw new ClassifierException(
                    what + ": ONNX Runtime cannot open the model on " + device + ": " + e.getMessage(), e);
        }
    }

    /** Refuses a device that the ONNX Runtime on the class path was built without. */
    static void requireProvider(Device device, Set<OrtProvider> providers) {
        if (device.isCuda() && !providers.contains(OrtProvider.CUDA)) {
            throw new ClassifierException("tag.device: '" + device + "' needs an ONNX Runtime with CUDA, this one has "
                    + new TreeSet<>(providers)
                    + "; put com.microsoft.onnxruntime:onnxruntime_gpu in the place of onnxruntime, or"
                    + " set tag.device to cpu");
        }
    }

    static OrtEnvironment environment() {
        return OrtEnvironment.getEnvironment();
    }

    /** Names of what the model takes. */
    Set<String> inputs() {
        return session.getInputNames();
    }

    /** Runs the model on {@code inputs} and returns its one output as {@code type}. */
    <T> T run(Map<String, OnnxTensor> inputs, Class<T> type) throws OrtException {
        try (OrtSession.Result result = session.run(inputs)) {
            return type.cast(result.get(0).getValue());
        }
    }

    /** What a failure on one text is to the pipeline; the message never holds the text. */
    static UnprocessableDocumentException unprocessable(String classifier, int length, Throwable thrown) {
        return new UnprocessableDocumentException(
                "model_failed",
                "classifier '" + classifier + "' failed on a text of " + length + " characters: "
                        + thrown.getClass().getSimpleName(),
                thrown);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("cannot close a model", e);
        }
    }
}
