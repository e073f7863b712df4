package city.minsheng.desk;

import city.minsheng.directory.Actor;
import city.minsheng.platform.NotFound;
import city.minsheng.requester.Requesters;
import city.minsheng.workorder.Experience;
import city.minsheng.workorder.Lists;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One box for everything: a number, a phone, a name, an address, words of the title. What it is, its form tells. */
@Component
public class Searching {

    public record Found(List<Row> numbers, List<Row> people, List<Row> words) {}

    private static final int MOST = 20;
    private final Reading reading;
    private final Lists lists;
    private final Experience experience;
    private final Requesters requesters;

    Searching(Reading reading, Lists lists, Experience experience, Requesters requesters) {
        this.reading = reading;
        this.lists = lists;
        this.experience = experience;
        this.requesters = requesters;
    }

    public Found search(@Nullable String typed, Actor actor) {
        var q = typed == null ? "" : typed.strip();
        if (q.length() < 2) {
            return new Found(List.of(), List.of(), List.of());
        }
        if (q.matches("\\d{14,}")) {
            return new Found(byNumber(q, actor), List.of(), List.of());
        }
        if (q.matches("[+\\d][\\d\\s-]{6,}")) {
            return new Found(List.of(), byPhone(q, actor), List.of());
        }
        return new Found(List.of(), q.matches("\\p{IsHan}{2,4}") ? byName(q, actor) : List.of(), byWords(q, actor));
    }

    private List<Row> byNumber(String number, Actor actor) {
        try {
            return List.of(reading.view(reading.byNumber(number), actor).order());
        } catch (NotFound nothing) {
            return List.of();
        }
    }

    /** Contacts are the hall's to search; a department works from its own orders. */
    private List<Row> byPhone(String phone, Actor actor) {
        return actor.seesWholeCity() ? requesters.byPhone(phone).map(id -> experience.of(List.of(id), actor, MOST)).orElse(List.of()) : List.of();
    }

    private List<Row> byName(String name, Actor actor) {
        return actor.seesWholeCity() ? experience.of(requesters.byName(name), actor, MOST) : List.of();
    }

    private List<Row> byWords(String words, Actor actor) {
        var filter = new Lists.Filter(null, List.of(), null, null, null, null, null, null, null, null, words, null, null);
        return lists.page(filter, actor, null, MOST).items();
    }
}
