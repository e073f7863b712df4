package city.minsheng.textmining.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Learning")
class LearningTests {

    private static final List<Sample> TOWN = Town.says(80);

    /** The job learns categories and kinds of the same orders: most of the time goes into reading them. */
    @Test
    void learnsOtherLabelsOfTheSameTextsWithoutReadingThemAgain() {
        var turned = TOWN.stream().map(sample -> new StringBuilder(sample.label()).reverse().toString()).toList();
        var again = Learning.reading(TOWN).labelled(turned).learn();
        var anew = Learning.measured(IntStream.range(0, TOWN.size()).mapToObj(i -> Sample.decided(TOWN.get(i).text(), turned.get(i))).toList());

        assertThat(Triage.written(again.triage())).isEqualTo(Triage.written(anew.triage()));
        assertThat(again.heldOut()).isEqualTo(anew.heldOut());
    }

    /** The same numbers, not equal ones: what took the time is not done twice. */
    @Test
    void cutsNoTextIntoWordsAgainForOtherLabels() {
        var texts = new Texts(TOWN);
        var again = texts.labelled(TOWN.stream().map(sample -> "another " + sample.label()).toList());

        assertThat(again.rows).isSameAs(texts.rows);
        assertThat(again.numbers).isSameAs(texts.numbers);
        assertThat(again.labels).allMatch(label -> label.startsWith("another "));
    }

    @Test
    void stopsWhenItIsToldTo() {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> Learning.of(TOWN));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void findsTheTemperatureThatTryingEveryOneWouldFind() {
        var random = new Random(3);
        for (int round = 0; round < 50; round++) {
            double sharpness = 0.3 + 8 * random.nextDouble();
            var truth = random.ints(60, 0, 4).toArray();
            var scores = IntStream.of(truth).mapToObj(right -> {
                var each = random.doubles(4, -1, 1).toArray();
                each[right] += random.nextDouble() * sharpness / 4;
                return each;
            }).toArray(double[][]::new);
            double best = IntStream.rangeClosed(0, 155).mapToDouble(step -> 0.2 * Math.pow(1.03, step)).boxed()
                    .min(java.util.Comparator.comparingDouble(each -> loss(scores, truth, each))).orElseThrow();

            assertThat(Temperature.of(scores, truth)).isEqualTo(best);
        }
    }

    private static double loss(double[][] scores, int[] truth, double temperature) {
        double loss = 0;
        for (int i = 0; i < truth.length; i++) {
            loss -= Math.log(Temperature.probabilities(scores[i], temperature)[truth[i]]);
        }
        return loss;
    }
}
