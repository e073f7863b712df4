package city.minsheng.textmining.triage;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.textmining.Alike;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Parts for measuring")
class FoldsTests {

    @Test
    void haveTheSameShareOfEveryCategory() {
        var samples = Town.says(30);
        var shingles = samples.stream().map(each -> Alike.shingles(each.text())).toList();

        var part = Folds.of(shingles, IntStream.range(0, 90).map(i -> i % 3).toArray(), 3);

        for (int label = 0; label < 3; label++) {
            int ours = label;
            assertThat(IntStream.range(0, 90).filter(i -> i % 3 == ours && part[i] == 1).count()).isBetween(9L, 11L);
        }
    }

    @Test
    void keepNearlyEqualTextsTogether() {
        var texts = Stream.of("和顺小区门口的路灯坏了三天还没有人来修理", "和顺小区门口的路灯坏了三天还没有人来修理！！", "清溪镇的学校什么时候开始招生报名", "和顺小区门口的路灯坏了五天还没有人来修理")
                .map(Alike::shingles).toList();

        var part = Folds.of(texts, new int[] {0, 0, 0, 0}, 2);

        assertThat(part[0]).isEqualTo(part[1]).isEqualTo(part[3]).isNotEqualTo(part[2]);
    }
}
