package city.minsheng.textmining.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Kinds and urgency")
class KindsTests {

    @ParameterizedTest
    @CsvSource({
        "请问办理居住证需要什么材料, INQUIRY",
        "我要投诉物业乱收费, COMPLAINT",
        "举报有人非法倾倒垃圾, REPORT",
        "建议在校门口增设红绿灯, SUGGESTION",
        "表扬热力公司的师傅，服务态度真好, COMMENDATION",
        "家里停电了，请派人来修一修, ASSISTANCE",
    })
    void areGuessedByWhatPeopleSay(String said, String kind) {
        assertThat(Kinds.guess(said, List.of()).getFirst().label()).isEqualTo(kind);
    }

    @Test
    void areTheUsualOneWhereNobodySaysAnything() {
        assertThat(Kinds.guess("暖气", List.of("ASSISTANCE", "COMPLAINT")).getFirst().label()).isEqualTo("ASSISTANCE");
        assertThat(Kinds.guess("暖气", List.of())).isEmpty();
    }

    @Test
    void comeWithTheWordsThatSpokeForThem() {
        assertThat(Kinds.guess("我要投诉物业乱收费", List.of()).getFirst().words()).containsExactly("投诉", "乱收费");
    }

    @Test
    void areUnsureBetweenTwo() {
        assertThat(Kinds.guess("路灯坏了，没人管", List.of()).getFirst().probability()).isLessThan(Triage.SURE);
    }

    @Test
    void urgentWordsAreNamedTheGravestFirst() {
        assertThat(Urgency.words("赶紧来人，电梯里有人被困，再不来我就找记者")).containsExactly(
                new Urgency.Word("被困", Urgency.Level.DANGER), new Urgency.Word("记者", Urgency.Level.UNREST), new Urgency.Word("赶紧", Urgency.Level.PRESSING));
        assertThat(Urgency.words("请问取暖费怎么交")).isEmpty();
    }
}
