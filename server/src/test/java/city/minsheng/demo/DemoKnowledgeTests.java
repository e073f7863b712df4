package city.minsheng.demo;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.directory.Cast;
import city.minsheng.directory.People;
import city.minsheng.knowledge.Agreeing;
import city.minsheng.knowledge.Corrections;
import city.minsheng.knowledge.Library;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@HouseTest("demo_knowledge")
@DisplayName("The demo's knowledge base")
class DemoKnowledgeTests {

    private final DemoKnowledge demo;
    private final Stage stage;
    private final People people;
    private final Library library;
    private final Corrections corrections;
    private final Agreeing agreeing;

    DemoKnowledgeTests(DemoKnowledge demo, Stage stage, People people, Library library, Corrections corrections, Agreeing agreeing) {
        this.demo = demo;
        this.stage = stage;
        this.people = people;
        this.library = library;
        this.corrections = corrections;
        this.agreeing = agreeing;
    }

    private List<String> in(Library.View view) {
        return library.list(new Library.Filter(view, null, null, null), stage.who("supervisor01")).stream().map(Library.Line::code).toList();
    }

    @Test
    void hasSomethingOnEachOfItsScreensAndKeepsEveryPromise() {
        demo.play(Instant.now(), Cast.of(people));

        assertThat(in(Library.View.TO_REVIEW)).containsExactly("K0103");
        assertThat(in(Library.View.DRAFTS)).containsExactly("K0417");
        assertThat(library.show("K0104", stage.who("supervisor01")).versions()).hasSize(2);
        assertThat(corrections.list(true, stage.who("supervisor01"))).hasSize(2);
        assertThat(corrections.list(false, stage.who("supervisor01"))).as("all of them, those that wait first").extracting(Corrections.Correction::state)
                .containsExactly("OPEN", "OPEN", "TAKEN", "DECLINED");
        assertThat(agreeing.open()).extracting(change -> change.former()).containsExactlyInAnyOrder(null, "gongshui");
        assertThat(stage.lies()).isEmpty();
    }
}
