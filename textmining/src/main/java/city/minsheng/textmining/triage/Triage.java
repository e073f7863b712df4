package city.minsheng.textmining.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** 分诊: guesses the categories of a text. Learned by {@link Learning}; never changes; may be asked by many threads at once. */
public final class Triage {

    /** Below this probability a person should look, before anything is built on the guess. */
    public static final double SURE = 0.8;

    private static final int WORDS = 4;
    final List<String> labels;
    final long[] keys;
    final float[] weights;
    final Planes planes;
    final double temperature;
    final Quality quality;
    private final Numbers numbers;

    Triage(List<String> labels, long[] keys, float[] weights, Planes planes, double temperature, Quality quality) {
        this.labels = labels;
        this.keys = keys;
        this.weights = weights;
        this.planes = planes;
        this.temperature = temperature;
        this.quality = quality;
        numbers = Numbers.of(keys);
    }

    /** To be kept; {@link #read} makes the same model of it. */
    public static byte[] written(Triage model) {
        return Kept.written(model);
    }

    /** @throws IllegalArgumentException if a later or another program wrote it */
    public static Triage read(byte[] written) {
        return Kept.read(written);
    }

    /** In the order of the probabilities of {@link #probabilities}. */
    public List<String> labels() {
        return labels;
    }

    /** As measured on texts that were held back while learning. */
    public Quality quality() {
        return quality;
    }

    /** The likeliest first. A text without any known word gets none. */
    public List<Guess> guess(String text, int most) {
        var features = Features.of(text);
        var seen = seen(features);
        if (seen.isEmpty() || labels.isEmpty()) {
            return List.of();
        }
        var probabilities = Temperature.probabilities(planes.scores(seen), temperature);
        var spelled = features.spelled();
        return IntStream.range(0, labels.size()).boxed()
                .sorted(Comparator.comparingDouble(k -> -probabilities[k]))
                .limit(most)
                .map(k -> new Guess(labels.get(k), probabilities[k], reasons(spelled, seen, k)))
                .toList();
    }

    public double[] probabilities(String text) {
        return Temperature.probabilities(planes.scores(seen(Features.of(text))), temperature);
    }

    /** The known features of the text, as a row of length one. */
    private Map<Integer, Float> seen(Features features) {
        var damped = Features.damped(features.weights);
        var seen = new HashMap<Integer, Float>();
        double square = 0;
        for (int i = 0; i < damped.length; i++) {
            int feature = numbers.get(features.keys[i]);
            if (feature >= 0) {
                float value = damped[i] * weights[feature];
                seen.put(feature, value);
                square += value * value;
            }
        }
        float length = (float) Math.sqrt(square);
        seen.replaceAll((feature, value) -> value / length);
        return seen;
    }

    /** The words that moved the text towards the label rather than elsewhere. */
    private List<String> reasons(List<Features.Spelled> all, Map<Integer, Float> seen, int label) {
        record Reason(String word, double strength) {}
        var reasons = new ArrayList<Reason>();
        for (var spelled : all) {
            double strength = 0;
            for (long key : spelled.keys()) {
                int feature = numbers.get(key);
                strength += feature < 0 ? 0 : seen.getOrDefault(feature, 0f) * planes.towards(feature, label);
            }
            if (strength > 0) reasons.add(new Reason(spelled.word(), strength));
        }
        reasons.sort(Comparator.comparingDouble(reason -> -reason.strength()));
        return reasons.stream().limit(WORDS).map(Reason::word).toList();
    }
}
