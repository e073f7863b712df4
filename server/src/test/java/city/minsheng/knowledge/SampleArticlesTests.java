package city.minsheng.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.HouseTest;
import city.minsheng.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@HouseTest
@DisplayName("The sample city's articles")
class SampleArticlesTests {

    private final Shelf shelf;
    private final Library library;
    private final Stage stage;

    SampleArticlesTests(Shelf shelf, Library library, Stage stage) {
        this.shelf = shelf;
        this.library = library;
        this.stage = stage;
    }

    private List<Version> shipped() {
        return shelf.allInForce().stream().filter(version -> version.code().startsWith("K")).toList();
    }

    @Test
    void areMoreThanTwoHundredEachWithWaysToAskAndABasis() {
        assertThat(shipped()).hasSizeGreaterThan(200).allSatisfy(version -> {
            var text = version.text();
            assertThat(text.asked()).as(version.code()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(text.answer()).as(version.code()).hasSizeGreaterThan(40);
            assertThat(text.basis()).as(version.code()).isNotBlank();
            assertThat(text.places()).as(version.code()).isNotBlank();
            assertThat(text.hours()).as(version.code()).isNotBlank();
            assertThat(text.category()).as(version.code()).isNotBlank();
        });
    }

    @Test
    void areFoundByTheWaysInWhichPeopleAsk() {
        var lost = new ArrayList<String>();
        int asked = 0;
        for (var version : shipped()) {
            for (var way : version.text().asked()) {
                asked++;
                var found = shelf.find(new Shelf.Wish("您好，请问" + way + "，谢谢", null, null, false, List.of(), 3)).stream().map(hit -> hit.version().code()).toList();
                if (!found.contains(version.code())) {
                    lost.add(way);
                }
            }
        }
        assertThat(lost.size()).as("%d of %d: %s", lost.size(), asked, lost).isLessThan(asked / 20);
    }

    @Test
    void areNotFoundByWhatNobodyHasWritten() {
        assertThat(shelf.find(new Shelf.Wish("火星移民局的签证官几点下班", null, null, false, List.of(), 3))).isEmpty();
    }

    @Test
    void forTheStaffAreNotForThePublic() {
        var words = "来电人情绪激动、提到轻生怎么应对";
        assertThat(shelf.find(new Shelf.Wish(words, null, null, false, List.of(), 3))).isNotEmpty();
        assertThat(shelf.find(new Shelf.Wish(words, null, null, true, List.of(), 3))).noneMatch(hit -> !hit.version().text().open());
    }

    @Test
    void areSignedByNameInTheirHistory() {
        var stamped = library.show("K0104", stage.who("agent01")).steps().getFirst();
        assertThat(stamped.actor()).isEqualTo("reli.fuze");
        assertThat(stamped.actorName()).isEqualTo("白卉");
    }
}
