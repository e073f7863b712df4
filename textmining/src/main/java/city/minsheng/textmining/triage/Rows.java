package city.minsheng.textmining.triage;

import java.util.Arrays;

/** Many texts as rows of (number of the feature, weight), all in three arrays. */
final class Rows {

    private int[] starts = new int[1024];
    private int[] columns = new int[1 << 16];
    private float[] values = new float[1 << 16];
    private int size;

    /** The same rows in other weights: each feature times its own, then each row of length one. */
    Rows weighed(float[] weights) {
        var weighed = new Rows();
        weighed.starts = starts;
        weighed.columns = columns;
        weighed.size = size;
        weighed.values = new float[starts[size]];
        for (int row = 0; row < size; row++) {
            double square = 0;
            for (int at = starts[row]; at < starts[row + 1]; at++) {
                float value = values[at] * weights[columns[at]];
                weighed.values[at] = value;
                square += value * value;
            }
            float length = square == 0 ? 1 : (float) Math.sqrt(square);
            for (int at = starts[row]; at < starts[row + 1]; at++) {
                weighed.values[at] /= length;
            }
        }
        return weighed;
    }

    int size() {
        return size;
    }

    int start(int row) {
        return starts[row];
    }

    int end(int row) {
        return starts[row + 1];
    }

    int column(int at) {
        return columns[at];
    }

    float value(int at) {
        return values[at];
    }

    /** Adds a row. Features without a number are left out. */
    void add(int[] numbers, float[] weights) {
        int at = starts[size];
        if (at + numbers.length > columns.length) {
            int more = Math.max(at + numbers.length, columns.length + columns.length / 2);
            columns = Arrays.copyOf(columns, more);
            values = Arrays.copyOf(values, more);
        }
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] >= 0) {
                columns[at] = numbers[i];
                values[at++] = weights[i];
            }
        }
        if (size + 2 > starts.length) starts = Arrays.copyOf(starts, 2 * starts.length);
        starts[++size] = at;
    }

    double times(int row, float[] weights) {
        double sum = 0;
        for (int at = starts[row]; at < starts[row + 1]; at++) {
            sum += weights[columns[at]] * values[at];
        }
        return sum;
    }

    void addTo(float[] weights, int row, double factor) {
        for (int at = starts[row]; at < starts[row + 1]; at++) {
            weights[columns[at]] += (float) (factor * values[at]);
        }
    }

    double square(int row) {
        double sum = 0;
        for (int at = starts[row]; at < starts[row + 1]; at++) {
            sum += values[at] * values[at];
        }
        return sum;
    }
}
