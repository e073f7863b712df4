package city.minsheng.textmining.triage;

import java.util.List;
import java.util.TreeSet;

/** The texts to learn from, read once: their features as numbers, their categories as numbers. */
final class Texts {

    final List<String> labels;
    final int[] label;
    final boolean[] hint;
    final Numbers numbers = new Numbers();
    final Rows rows = new Rows();

    Texts(List<Sample> samples) {
        var names = new TreeSet<String>();
        samples.forEach(each -> names.add(each.label()));
        labels = List.copyOf(names);
        label = new int[samples.size()];
        hint = new boolean[samples.size()];
        for (int i = 0; i < label.length; i++) {
            label[i] = java.util.Collections.binarySearch(labels, samples.get(i).label());
            hint[i] = samples.get(i).hint();
            read(samples.get(i).text());
        }
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
