package city.minsheng.textmining.triage;

import city.minsheng.textmining.Alike;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** The texts to learn from, read once: their features as numbers, their categories as numbers. */
final class Texts {

    final List<String> labels;
    final int[] label;
    final boolean[] hint;
    final Numbers numbers;
    final Rows rows;
    final List<int[]> shingles;

    Texts(List<Sample> samples) {
        this(samples.stream().map(Sample::label).toList(), new boolean[samples.size()], new Numbers(), new Rows(), samples.stream().map(Sample::text).map(Alike::shingles).toList());
        for (int i = 0; i < label.length; i++) {
            hint[i] = samples.get(i).hint();
            read(samples.get(i).text());
        }
    }

    private Texts(List<String> names, boolean[] hint, Numbers numbers, Rows rows, List<int[]> shingles) {
        labels = List.copyOf(new TreeSet<>(names));
        label = names.stream().mapToInt(name -> Collections.binarySearch(labels, name)).toArray();
        this.hint = hint;
        this.numbers = numbers;
        this.rows = rows;
        this.shingles = shingles;
    }

    /** The first so many texts under other labels, without cutting them into words again. */
    Texts labelled(List<String> names) {
        return new Texts(names, new boolean[names.size()], numbers, rows, shingles.subList(0, names.size()));
    }

    private void read(String text) {
        var features = Features.of(text);
        var columns = new int[features.keys.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = numbers.add(features.keys[i]);
        }
        rows.add(columns, Features.damped(features.weights));
    }
}
