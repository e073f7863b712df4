package city.minsheng.bench;

import city.minsheng.textmining.Alike;
import city.minsheng.textmining.triage.Folds;
import city.minsheng.textmining.triage.Learning;
import city.minsheng.textmining.triage.Quality;
import city.minsheng.textmining.triage.Sample;
import city.minsheng.textmining.triage.Triage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Categories of texts that the model has not seen. Temperature and weights come from the texts that are learned from alone. */
final class Triaging {

    private static final double CUT = 0.12;
    private final Bench.Wish wish;
    private final Figures figures;
    private double nanos;
    private double megabytes;

    Triaging(Bench.Wish wish, Figures figures) {
        this.wish = wish;
        this.figures = figures;
    }

    void run() throws IOException {
        var quality = wish.is("--train") || wish.is("--test") ? split() : folds();
        Bench.say("");
        Bench.say("triage  macro-F1 %.4f (goal 0.925), top 3 %.4f (0.99), ECE %.4f (0.02)", quality.macroF1(), quality.top3(), quality.ece());
        Bench.say("        %.1f %% with p of 0.9 or more (80), of which %.1f %% right (97)", 100 * quality.coverage90(), 100 * quality.accuracy90());
        figures.put("texts", quality.texts()).exact("macro_f1", quality.macroF1()).exact("accuracy", quality.accuracy())
                .exact("top3", quality.top3()).exact("ece", quality.ece())
                .exact("coverage90", quality.coverage90()).exact("accuracy90", quality.accuracy90())
                .put("ms_per_message", nanos / 1e6 / quality.texts()).put("model_mb", megabytes);
    }

    private Quality split() throws IOException {
        if (!wish.is("--train") || !wish.is("--test")) {
            throw new IllegalArgumentException("--train and --test belong together.");
        }
        var train = samples(Table.read(wish.text("--train", "")));
        var test = samples(Table.read(wish.text("--test", "")));
        var labels = labels(train, test);
        var probabilities = new double[test.size()][];
        guess(learn(train), test, all(test.size()), labels, probabilities);
        return Quality.of(probabilities, truth(test, labels), labels.size());
    }

    private Quality folds() throws IOException {
        var samples = wish.is("--data") ? samples(Table.read(wish.text("--data", ""))) : invented();
        var labels = labels(samples);
        var truth = truth(samples, labels);
        int folds = wish.number("--folds", 5);
        var part = Folds.of(samples.stream().map(each -> Alike.shingles(each.text())).toList(), truth, folds);
        var probabilities = new double[samples.size()][];
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            var model = learn(IntStream.range(0, part.length).filter(i -> part[i] != held).mapToObj(samples::get).toList());
            guess(model, samples, IntStream.range(0, part.length).filter(i -> part[i] == held).toArray(), labels, probabilities);
        }
        return Quality.of(probabilities, truth, labels.size());
    }

    private static List<Sample> invented() throws IOException {
        Bench.say("no --data FILE: 3000 invented texts; their figures say that it works, not how well it would in a city");
        return Invented.samples(3000);
    }

    private Triage learn(List<Sample> samples) {
        long start = System.nanoTime();
        var model = Learning.of(samples);
        megabytes = Triage.written(model).length / 1e6;
        Bench.say("learned %d texts in %.1f s: %.1f MB, macro-F1 %.4f when measured on its own parts",
                samples.size(), (System.nanoTime() - start) / 1e9, megabytes, model.quality().macroF1());
        return model;
    }

    private void guess(Triage model, List<Sample> samples, int[] chosen, List<String> labels, double[][] probabilities) {
        for (int i : chosen) {
            long start = System.nanoTime();
            model.guess(samples.get(i).text(), 3);
            nanos += System.nanoTime() - start;
            probabilities[i] = new double[labels.size()];
            var guessed = model.probabilities(samples.get(i).text());
            for (int k = 0; k < guessed.length; k++) {
                probabilities[i][labels.indexOf(model.labels().get(k))] = guessed[k];
            }
        }
    }

    private static int[] all(int size) {
        return IntStream.range(0, size).toArray();
    }

    @SafeVarargs
    private static List<String> labels(List<Sample>... samples) {
        var labels = new TreeSet<String>();
        for (var each : samples) {
            each.forEach(sample -> labels.add(sample.label()));
        }
        return List.copyOf(labels);
    }

    private static int[] truth(List<Sample> samples, List<String> labels) {
        return samples.stream().mapToInt(each -> Collections.binarySearch(labels, each.label())).toArray();
    }

    private static List<Sample> samples(Table table) {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < table.size(); i++) {
            var text = table.has("text") ? whole(table.get(i, "text")) : table.get(i, "title") + "\n" + table.get(i, "detail");
            samples.add(Sample.decided(text, table.get(i, "label").strip()));
        }
        return samples;
    }

    /** Texts that someone has cut into words already are put together again. */
    private static String whole(String text) {
        long blanks = text.chars().filter(c -> c == ' ').count();
        return blanks > CUT * text.length() ? text.replace(" ", "") : text;
    }
}
