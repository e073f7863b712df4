package city.minsheng.textmining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Alike texts")
class AlikeTests {

    private static double alike(String one, String other) {
        return Alike.jaccard(Alike.shingles(one), Alike.shingles(other));
    }

    @Test
    void areTheSameWhateverTheirPunctuation() {
        assertThat(alike("路灯坏了，三天没有人修。", "路灯坏了三天没有人修！")).isEqualTo(1);
    }

    @Test
    void differAsMuchAsTheirPieces() {
        assertThat(alike("路灯坏了三天没有人修", "路灯坏了五天没有人修")).isBetween(0.05, 0.5);
        assertThat(alike("路灯坏了三天没有人修", "学校什么时候开始招生")).isZero();
        assertThat(alike("", "")).isZero();
    }

    @Test
    void areOneGroupThroughOthersToo() {
        var groups = Alike.groups(List.of(Alike.shingles("一二三四五六七八九十"), Alike.shingles("三四五六七八九十甲乙"), Alike.shingles("五六七八九十甲乙丙丁"), Alike.shingles("春夏秋冬东西南北中")), 0.4);

        assertThat(groups[0]).isEqualTo(groups[1]).isEqualTo(groups[2]).isNotEqualTo(groups[3]);
    }
}
