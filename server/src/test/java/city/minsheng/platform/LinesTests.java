package city.minsheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A line of a paper")
class LinesTests {

    private static List<String> lines(String text, int characters) {
        return Lines.of(text, 0, characters, piece -> piece.codePoints().mapToDouble(c -> c < 0x2000 ? 0.5 : 1).sum());
    }

    @Test
    void endsBehindAnyChineseCharacter() {
        assertThat(lines("请今日签收并回复", 3)).containsExactly("请今日", "签收并", "回复");
    }

    @Test
    void neverBeginsWithAFullStopNorEndsWithAnOpenBracket() {
        assertThat(lines("请签收。再回复", 3)).containsExactly("请签", "收。再", "回复");
        assertThat(lines("已退（错派）单", 3)).containsExactly("已退", "（错", "派）单");
    }

    @Test
    void keepsANumberWhole() {
        assertThat(lines("工单20261201000012345件", 12)).containsExactly("工单20261201000012345件");
        assertThat(lines("两件工单20261201000012345", 10)).containsExactly("两件工单", "20261201000012345");
    }

    @Test
    void cutsOnlyWhatIsLongerThanALine() {
        assertThat(lines("ABCDEFGH", 2)).containsExactly("ABCD", "EFGH");
    }

    @Test
    void ofAnEmptyCellIsEmpty() {
        assertThat(lines("", 3)).containsExactly("");
    }

    @Test
    void beginsWhereTheFirstIsIndented() {
        assertThat(Lines.of("请今日签收", 2, 4, piece -> piece.length())).containsExactly("请今", "日签收");
    }
}
