package city.minsheng.textmining.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Grouping requests into events")
class GroupingTests {

    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private final Grouping grouping = new Grouping(Set.of("南城区"));
    private int count;

    /** What else a city talks about, so that everyday words are known to be everyday words. */
    @BeforeEach
    void aCityThatTalks() {
        for (var place : List.of("清风苑", "怀德路", "民安里小区", "翠竹园", "北关村", "福康花园", "文昌街", "兴华小区")) {
            for (var trouble : List.of("暖气不热", "垃圾没人清运", "路灯不亮", "停车难", "物业乱收费")) {
                tell("c" + count, "南城区" + place + trouble, "我家住在南城区" + place + "，" + trouble + "，希望有关部门尽快处理，谢谢。");
            }
        }
    }

    private Grouping.Placed tell(String caller, String title, String body) {
        return grouping.add(new Request("r" + count++, caller, title, body, MONDAY.plus(Duration.ofHours(count))));
    }

    @Test
    void putsTheSameTroubleAtTheSamePlaceTogether() {
        var first = tell("a", "南城区锦绣江南小区二期消防通道被私家车堵死", "锦绣江南小区二期的消防通道天天被私家车堵死，消防车进不来。");
        var second = tell("b", "锦绣江南小区二期消防通道停满了车", "我们锦绣江南小区二期消防通道停满私家车，万一着火消防车进不来怎么办。");

        assertThat(second.event()).isEqualTo(first.event());
    }

    @Test
    void keepsTwoTroublesOfOnePlaceApart() {
        var lane = tell("a", "南城区锦绣江南小区二期消防通道被私家车堵死", "锦绣江南小区二期的消防通道天天被私家车堵死，消防车进不来。");
        var water = tell("b", "南城区锦绣江南小区二期自来水发黄有异味", "锦绣江南小区二期这几天自来水发黄，有一股味道，不敢喝。");

        assertThat(water.event()).isNotEqualTo(lane.event());
    }

    @Test
    void keepsOneTroubleAtTwoPlacesApart() {
        var here = tell("a", "南城区锦绣江南小区临街门面油烟扰民", "锦绣江南小区临街的门面做烧烤，油烟直排，晚上没法开窗。");
        var there = tell("b", "南城区紫金华府小区临街门面油烟扰民", "紫金华府小区临街的门面做烧烤，油烟直排，晚上没法开窗。");

        assertThat(there.event()).isNotEqualTo(here.event());
    }

    @Test
    void believesAPlaceThatIsKnownForSure() {
        var here = grouping.add(new Request("here", "a", "消防通道被堵死", "消防通道天天被私家车堵死，消防车进不来。", "云栖小筑", MONDAY));
        var there = grouping.add(new Request("there", "b", "消防通道被堵死", "消防通道天天被私家车堵死，消防车进不来。", "松涛里", MONDAY));
        var again = grouping.add(new Request("again", "c", "消防通道停满了车", "消防通道停满私家车，消防车进不来。", "云栖小筑", MONDAY));

        assertThat(there.event()).isNotEqualTo(here.event());
        assertThat(again.event()).isEqualTo(here.event());
    }

    @Test
    void holdsWholeEventsInTheLooserLevel() {
        var first = tell("a", "南城区锦绣江南小区二期消防通道被私家车堵死", "锦绣江南小区二期的消防通道天天被私家车堵死，消防车进不来。");
        var second = tell("b", "锦绣江南小区二期消防通道停满了车", "我们锦绣江南小区二期消防通道停满私家车，万一着火消防车进不来怎么办。");

        assertThat(second.related()).isEqualTo(first.related());
    }

    @Test
    void putsARequestWhereAPersonSaysThatItBelongs() {
        tell("a", "南城区锦绣江南小区二期消防通道被私家车堵死", "锦绣江南小区二期的消防通道天天被私家车堵死，消防车进不来。");
        var id = "r" + (count - 1);
        var event = grouping.event("r0");

        grouping.put(new Request(id, "a", "", "", MONDAY), event, grouping.related("r0"));

        assertThat(grouping.event(id)).isEqualTo(event);
    }

    @Test
    void refusesTheSameRequestTwice() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> grouping.add(new Request("r0", "a", "再来一次", "再来一次", MONDAY)));
    }
}
