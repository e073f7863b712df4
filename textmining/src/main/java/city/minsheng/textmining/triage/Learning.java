package city.minsheng.textmining.triage;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/** Learns a {@link Triage}: once on two thirds of the texts at a time, to measure it on the rest, then on all of them. */
public final class Learning {

    private static final int PARTS = 3;
    private static final double COST = 2;
    private static final double HINT = 0.3;

    /** Categories × features: 24 MB of a model at most. */
    private static final int MOST = 24_000_000;

    private final Texts texts;

    private Learning(Texts texts) {
        this.texts = texts;
    }

    /** @param heldOut for each sample, what was guessed by a model that had not seen it */
    public record Learnt(Triage triage, List<String> heldOut) {}

    public static Triage of(List<Sample> samples) {
        return measured(samples).triage();
    }

    public static Learnt measured(List<Sample> samples) {
        return reading(samples).learn();
    }

    /** Reads the texts, which takes as long as many a learning; several can be made of them. */
    public static Learning reading(List<Sample> samples) {
        return new Learning(new Texts(samples));
    }

    /** The first so many of the same texts under other labels, all of them decided by people. */
    public Learning labelled(List<String> labels) {
        return new Learning(texts.labelled(labels));
    }

    public Learnt learn() {
        return learn(Folds.of(texts.shingles, texts.label, PARTS));
    }

    private Learnt learn(int[] parts) {
        var scores = new double[parts.length][];
        for (int part = 0; part < PARTS; part++) {
            int held = part;
            measure(where(i -> parts[i] != held), where(i -> parts[i] == held), scores);
        }
        boolean onlyHints = IntStream.range(0, parts.length).allMatch(i -> texts.hint[i]);
        var truth = IntStream.range(0, parts.length).map(i -> texts.hint[i] && !onlyHints ? -1 : texts.label[i]).toArray();
        double temperature = Temperature.of(scores, truth);
        var probabilities = Arrays.stream(scores).map(each -> Temperature.probabilities(each, temperature)).toArray(double[][]::new);
        var quality = onlyHints ? Quality.UNKNOWN : Quality.of(probabilities, truth, texts.labels.size());
        var heldOut = Arrays.stream(scores).map(each -> texts.labels.get(Quality.best(each))).toList();
        return new Learnt(all(temperature, quality), heldOut);
    }

    private int[] where(java.util.function.IntPredicate condition) {
        return IntStream.range(0, texts.label.length).filter(condition).toArray();
    }

    private void measure(int[] chosen, int[] held, double[][] scores) {
        var rows = texts.rows.weighed(Weighing.of(texts, chosen));
        for (int i : held) {
            scores[i] = new double[texts.labels.size()];
        }
        for (int label = 0; label < texts.labels.size(); label++) {
            var plane = plane(rows, chosen, label);
            for (int i : held) {
                scores[i][label] = rows.times(i, plane) + plane[plane.length - 1];
            }
        }
    }

    /** @throws CancellationException where the thread was told to stop */
    private float[] plane(Rows rows, int[] chosen, int label) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("learning was told to stop");
        }
        var inside = new boolean[chosen.length];
        int count = 0;
        for (int i = 0; i < chosen.length; i++) {
            inside[i] = texts.label[chosen[i]] == label;
            if (inside[i]) count++;
        }
        var cost = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            double share = (double) chosen.length / (2 * Math.max(1, inside[i] ? count : chosen.length - count));
            cost[i] = COST * Math.sqrt(share) * (texts.hint[chosen[i]] ? HINT : 1);
        }
        return Hyperplane.between(rows, texts.numbers.size(), chosen, inside, cost);
    }

    private Triage all(double temperature, Quality quality) {
        var chosen = where(i -> true);
        var weights = Weighing.of(texts, chosen);
        int[] kept = kept(weights);
        var rows = texts.rows.weighed(weights);
        var planes = Planes.of(texts.labels.size(), kept.length);
        for (int label = 0; label < texts.labels.size(); label++) {
            planes.set(label, plane(rows, chosen, label), kept);
        }
        var keys = texts.numbers.keys();
        var keptKeys = Arrays.stream(kept).mapToLong(i -> keys[i]).toArray();
        var keptWeights = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            keptWeights[i] = weights[kept[i]];
        }
        return new Triage(texts.labels, keptKeys, keptWeights, planes, temperature, quality);
    }

    /** The features that stay in the model. Where there are too many for so many categories, the most telling ones. Sets the others to 0. */
    private int[] kept(float[] weights) {
        int most = MOST / Math.max(1, texts.labels.size());
        var kept = IntStream.range(0, weights.length).filter(i -> weights[i] > 0).toArray();
        if (kept.length > most) {
            var said = new float[weights.length];
            for (int at = 0; at < texts.rows.start(texts.rows.size()); at++) {
                said[texts.rows.column(at)] += weights[texts.rows.column(at)];
            }
            kept = Arrays.stream(kept).boxed().sorted((one, other) -> Float.compare(said[other], said[one])).limit(most).mapToInt(i -> i).sorted().toArray();
        }
        var stays = new boolean[weights.length];
        for (int i : kept) stays[i] = true;
        for (int i = 0; i < weights.length; i++) {
            if (!stays[i]) weights[i] = 0;
        }
        return kept;
    }
}
