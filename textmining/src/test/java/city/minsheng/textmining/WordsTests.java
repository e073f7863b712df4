package city.minsheng.textmining;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Words")
class WordsTests {

    @Test
    void cutsASentenceIntoWordsAndDropsPunctuation() {
        assertThat(Words.of("门口的井盖坏了，请问什么时候供暖？")).contains("井盖", "什么", "供暖").doesNotContain("，", "？");
    }

    @Test
    void keepsLettersAndDigitsTogether() {
        assertThat(Words.of("Ｂ１２栋停水36小时")).contains("b12", "36", "停水");
    }

    @Test
    void saysWhereEachWordStands() {
        var text = "云溪路的井盖坏了";

        assertThat(Words.in(text)).allSatisfy(word -> assertThat(text.substring(word.start(), word.end())).isEqualTo(word.text()));
    }

    @Test
    void readsAVeryLongTextWithoutAnyPunctuation() {
        assertThat(Words.of("暖气不热".repeat(2_000))).hasSizeGreaterThan(3_000);
    }

    @Test
    void findsNothingInNothing() {
        assertThat(Words.of("")).isEmpty();
        assertThat(Words.of(" ……！？ ")).isEmpty();
    }
}
