package city.minsheng.textmining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Places")
class PlacesTests {

    static final Place SOUTH = new Place("south", "南城街道", Place.Kind.AREA, "city");
    static final Place TOWN = new Place("town", "清溪镇", Place.Kind.AREA, "city");
    static final Place ESTATE = new Place("heshun", "和顺小区", Place.Kind.ESTATE, "south");
    static final Place ROAD = new Place("yunxi", "云溪路", Place.Kind.ROAD, "south");
    final Places places = Places.of(List.of(SOUTH, TOWN, ESTATE, ROAD));

    @Nested
    class OfTheGazetteer {

        @Test
        void areFoundInTheOrderOfTheText() {
            assertThat(places.in("云溪路的路灯坏了，和顺小区门口也不亮").stream().map(Places.Found::place)).containsExactly(ROAD, ESTATE);
        }

        @Test
        void areFoundWithoutTheirEndingToo() {
            assertThat(places.in("我住和顺三号楼").getFirst().place()).isEqualTo(ESTATE);
            assertThat(places.in("清溪这边停水了").getFirst().place()).isEqualTo(TOWN);
        }

        @Test
        void areNotFoundByAShortNameThatFitsTwo() {
            var two = Places.of(List.of(ESTATE, new Place("heshun-village", "和顺村", Place.Kind.VILLAGE, "town")));

            assertThat(two.in("我住和顺")).isEmpty();
            assertThat(two.in("我住和顺村").getFirst().place().code()).isEqualTo("heshun-village");
        }

        @Test
        void theFinestIsTheEstateNotItsSubDistrict() {
            assertThat(places.finest("南城街道和顺小区楼道没灯")).contains(ESTATE);
            assertThat(places.areaOf(ESTATE)).contains(SOUTH);
        }
    }

    @Nested
    class ThatNobodyTold {

        @Test
        void areRecognisedByTheirEnding() {
            assertThat(places.in("我家在碧波花园，旁边是长宁大街").stream().map(found -> found.place().name())).containsExactly("碧波花园", "长宁大街");
        }

        @Test
        void includeMaskedDistricts() {
            assertThat(places.in("B3区的公交车太少").getFirst().place()).isEqualTo(Place.learned("b3区"));
        }

        @Test
        void areLearnedWhenThreeTextsNameThem() {
            var learned = places.learn(Collections.nCopies(3, "碧波花园停水"));

            assertThat(learned.all()).hasSize(5).contains(Place.learned("碧波花园"));
            assertThat(places.learn(Collections.nCopies(2, "碧波花园停水")).all()).hasSize(4);
        }

        @Test
        void areNotMadeOfOrdinaryWords() {
            assertThat(places.in("我们小区的物业不管，整个小区没有路灯")).isEmpty();
        }
    }
}
