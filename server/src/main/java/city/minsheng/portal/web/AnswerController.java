package city.minsheng.portal.web;

import city.minsheng.directory.Departments;
import city.minsheng.knowledge.Searches;
import city.minsheng.knowledge.Shelf;
import city.minsheng.knowledge.Version;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotFound;
import city.minsheng.portal.Doorkeeper;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 群众可查询 [BJ] art. 31: the open articles that hold now, and nothing else of them. */
@RestController
@RequestMapping("/api/portal/answers")
class AnswerController {

    /** @param kept whether somebody has asked and not only typed */
    record Wish(@Nullable String words, boolean kept) {}

    record Which(@Nullable String code) {}

    record Answer(String code, String question, String answer, @Nullable String department, String basis, String steps, String materials, String places, String hours,
            @Nullable String validFrom, @Nullable String validUntil) {}

    private static final int MOST = 10;
    private final Shelf shelf;
    private final Searches searches;
    private final Doorkeeper door;
    private final Departments departments;
    private final CitySettings city;

    AnswerController(Shelf shelf, Searches searches, Doorkeeper door, Departments departments, CitySettings city) {
        this.shelf = shelf;
        this.searches = searches;
        this.door = door;
        this.departments = departments;
        this.city = city;
    }

    @PostMapping
    List<Answer> find(@RequestBody Wish wish, HttpServletRequest http) {
        door.pass(http.getRemoteAddr());
        new Invalid.Check().given(wish.words(), "/words").atMost(wish.words(), 200, "/words").done();
        var words = String.valueOf(wish.words());
        if (wish.kept()) {
            searches.keep(new Searches.Search(words, null, null, null, false), true);
        }
        return shelf.find(new Shelf.Wish(words, null, null, true, List.of(), MOST)).stream().map(hit -> show(hit.version())).toList();
    }

    @PostMapping("/read")
    Answer read(@RequestBody Which which, HttpServletRequest http) {
        door.pass(http.getRemoteAddr());
        return shelf.inForce(String.valueOf(which.code())).filter(version -> version.text().open()).map(this::show)
                .orElseThrow(() -> new NotFound("article", String.valueOf(which.code())));
    }

    private Answer show(Version version) {
        var text = version.text();
        return new Answer(version.code(), text.question(), text.answer(), departments.nameOf(text.owner()), text.basis(), text.steps(), text.materials(),
                text.places(), text.hours(), day(text.effectiveAt()), day(text.expiresAt()));
    }

    private @Nullable String day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, city.zone()).toString();
    }
}
