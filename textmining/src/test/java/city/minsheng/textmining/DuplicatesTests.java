package city.minsheng.textmining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.minsheng.textmining.Duplicates.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Duplicates")
class DuplicatesTests {

    static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    static final Request NEW = new Request("new", "wang", "和顺小区三号楼路灯不亮", "和顺小区三号楼前面的路灯从上周起就不亮了，晚上回家看不见路。", NOW);

    private static Request earlier(String caller, String title, String text, int days) {
        return new Request("old", caller, title, text, NOW.minus(Duration.ofDays(days)));
    }

    @Test
    void areFoundByTheirTitlesWhoeverCalled() {
        var found = Duplicates.of(NEW, List.of(earlier("li", "和顺小区三号楼路灯不亮了", "黑灯瞎火，老人摔倒了。", 3)));

        assertThat(found).singleElement().satisfies(each -> {
            assertThat(each.title()).isGreaterThan(0.85);
            assertThat(each.sameCaller()).isFalse();
            assertThat(each.words()).contains("路灯", "小区");
            assertThat(each.apart()).isEqualTo(Duration.ofDays(3));
        });
    }

    @Test
    void areFoundByTheirTexts() {
        assertThat(Duplicates.of(NEW, List.of(earlier("li", "求助", NEW.text() + "请修", 3)))).singleElement()
                .satisfies(each -> assertThat(each.text()).isGreaterThan(0.8));
    }

    @Test
    void ofTheSameCallerNeedLess() {
        var again = earlier("wang", "和顺小区路灯不亮", "我上次说的路灯还是没有人来修。", 5);

        assertThat(Duplicates.of(NEW, List.of(again))).singleElement().satisfies(each -> assertThat(each.sameCaller()).isTrue());
        assertThat(Duplicates.of(NEW, List.of(earlier("li", again.title(), again.text(), 5)))).isEmpty();
    }

    @Test
    void areNotAnotherMatterOfTheSameCaller() {
        assertThat(Duplicates.of(NEW, List.of(earlier("wang", "取暖费怎么交", "想问一下取暖费在哪里交。", 1)))).isEmpty();
    }

    @Test
    void areNotTwoCallersWhomNobodyKnows() {
        var unknown = new Request("new", "", "路灯", "路灯不亮", NOW);

        assertThat(Duplicates.of(unknown, List.of(earlier("", "取暖费", "取暖费在哪里交", 1)))).isEmpty();
    }

    @Test
    void areNotOlderThanThirtyDays() {
        assertThat(Duplicates.of(NEW, List.of(earlier("li", NEW.title(), NEW.text(), 31)))).isEmpty();
        assertThat(Duplicates.of(NEW, List.of(earlier("li", NEW.title(), NEW.text(), 30)))).hasSize(1);
    }

    @Test
    void areComparedByPairsOfCharacters() {
        assertThat(Duplicates.cosine(Duplicates.pairs("路灯不亮"), Duplicates.pairs("路灯不亮！"))).isCloseTo(1, within(1e-9));
        assertThat(Duplicates.cosine(Duplicates.pairs("路灯不亮"), Duplicates.pairs("暖气不热"))).isZero();
        assertThat(Duplicates.cosine(Duplicates.pairs(""), Duplicates.pairs(""))).isZero();
    }
}
