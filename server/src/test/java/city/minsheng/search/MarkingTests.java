package city.minsheng.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Marking")
class MarkingTests {

    private static String shown(String marked) {
        return marked.replace(Hit.BEGIN, '[').replace(Hit.END, ']');
    }

    @ParameterizedTest
    @CsvSource({"小区供暖不热, 供暖, 小区[供暖]不热", "ＡＢ座, ab, [ＡＢ]座", "热热热, 热热, [热热热]", "𠮷祥𠮷, 𠮷, [𠮷]祥[𠮷]", "供暖, 冷, 供暖"})
    void showsEachPlaceInTheWordsThatWereWritten(String text, String run, String shown) {
        assertThat(shown(Marking.mark(text, List.of(run)))).isEqualTo(shown);
    }

    @Test
    void cutsAnExcerptAroundTheWords() {
        var text = "甲".repeat(200) + "供暖不热" + "乙".repeat(200);

        var excerpt = shown(Marking.excerpt(List.of("丙", text), List.of("供暖")));

        assertThat(excerpt).startsWith("…甲").contains("甲[供暖]不热乙").endsWith("乙…");
        assertThat(excerpt).hasSizeLessThan(110);
    }

    @Test
    void takesThePartWithMostOfTheWords() {
        var text = "供暖" + "甲".repeat(200) + "供暖不热";

        assertThat(shown(Marking.excerpt(List.of(text), List.of("供暖", "不热")))).contains("[供暖不热]");
    }

    @Test
    void showsTheBeginningWhereNothingIsFound() {
        assertThat(shown(Marking.excerpt(List.of("供暖不热"), List.of("冷")))).isEqualTo("供暖不热");
        assertThat(Marking.excerpt(List.of(), List.of("冷"))).isEmpty();
    }

    @Test
    void neverCutsACharacterInTwo() {
        var text = "𠮷".repeat(300) + "供暖" + "𠮷".repeat(300);

        var excerpt = Marking.excerpt(List.of(text), List.of("供暖"));

        assertThat(excerpt.codePoints().noneMatch(character -> Character.isSurrogate((char) character) && Character.isBmpCodePoint(character))).isTrue();
    }
}
