package city.minsheng.textmining.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Triage")
class TriageTests {

    static final Triage TRIAGE = Learning.of(Town.says(80));

    @Nested
    class AGuess {

        @Test
        void namesTheCategoryAndHowSureItIs() {
            var first = TRIAGE.guess("屋里暖气不热，供热公司一直不来人", 3).getFirst();

            assertThat(first.label()).isEqualTo("heating");
            assertThat(first.probability()).isGreaterThan(Triage.SURE);
        }

        @Test
        void saysWhichWordsSpokeForIt() {
            assertThat(TRIAGE.guess("我想说暖气不热的事情", 1).getFirst().words()).contains("暖气").doesNotContain("事情");
        }

        @Test
        void comesWithTheNextBestOnesInOrder() {
            var guesses = TRIAGE.guess("路灯不亮", 3);

            assertThat(guesses).extracting(Guess::label).startsWith("roads").hasSize(3);
            assertThat(guesses).extracting(Guess::probability).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        }

        @Test
        void isLessSureOfATextBetweenTwoCategories() {
            double clear = TRIAGE.guess("暖气不热，屋里太冷", 1).getFirst().probability();
            double mixed = TRIAGE.guess("暖气不热，路灯不亮", 1).getFirst().probability();

            assertThat(mixed).isLessThan(clear);
        }

        @Test
        void isNotMadeOfNothing() {
            assertThat(TRIAGE.guess("", 3)).isEmpty();
            assertThat(TRIAGE.guess("……", 3)).isEmpty();
        }
    }

    @Nested
    class Learnt {

        @Test
        void knowsHowGoodItIsOnTextsThatWereHeldBack() {
            assertThat(TRIAGE.quality().texts()).isEqualTo(240);
            assertThat(TRIAGE.quality().macroF1()).isGreaterThan(0.95);
        }

        @Test
        void knowsThatItCannotTellWhatNobodyCould() {
            var random = new java.util.Random(3);
            var tossed = Town.says(80).stream().map(each -> Sample.decided(each.text(), random.nextBoolean() ? "heads" : "tails")).toList();

            var triage = Learning.of(tossed);

            assertThat(triage.quality().accuracy()).isLessThan(0.65);
            assertThat(triage.guess("屋里暖气不热", 1).getFirst().probability()).isLessThan(Triage.SURE);
        }

        @Test
        void twiceFromTheSameTextsIsTheSame() {
            assertThat(Triage.written(Learning.of(Town.says(20)))).isEqualTo(Triage.written(Learning.of(Town.says(20))));
        }

        @Test
        void fromOneTextOnlyStillAnswers() {
            assertThat(Learning.of(List.of(Sample.decided("暖气不热暖气不热", "heating"))).labels()).containsExactly("heating");
            assertThat(Learning.of(List.of()).guess("暖气不热", 3)).isEmpty();
        }

        @Test
        void fromTheWordsOfACatalogueKnowsWhatIsMeantBeforeAnybodyCalled() {
            var hints = new java.util.ArrayList<>(Hints.of("heating", "室温不达标", "供热", List.of("暖气不热", "屋里冷", "温度不够")));
            hints.addAll(Hints.of("roads", "路灯故障", "道路", List.of("路灯不亮", "路上太黑")));
            hints.addAll(Hints.ofAnswer("roads", "路灯报修", "路灯由城管局维修，三日内修复"));

            var triage = Learning.of(hints);

            assertThat(triage.guess("你好，我家的暖气一点儿也不热", 1).getFirst().label()).isEqualTo("heating");
            assertThat(triage.quality()).isEqualTo(Quality.UNKNOWN);
        }
    }

    @Nested
    class Kept {

        @Test
        void andReadAgainGuessesTheSame() {
            var again = Triage.read(Triage.written(TRIAGE));

            assertThat(again.guess("路灯不亮", 3)).isEqualTo(TRIAGE.guess("路灯不亮", 3));
            assertThat(again.quality()).isEqualTo(TRIAGE.quality());
        }

        @Test
        void isRefusedWhenItIsDamaged() {
            var written = Triage.written(TRIAGE);

            assertThatIllegalArgumentException().isThrownBy(() -> Triage.read(Arrays.copyOf(written, 20)));
            assertThatIllegalArgumentException().isThrownBy(() -> Triage.read(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
        }

        @Test
        void holdsNoWordOfAnybody() {
            assertThat(new String(Triage.written(TRIAGE), java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("暖气");
        }
    }
}
