package city.minsheng.desk.web;

import city.minsheng.desk.Searching;
import city.minsheng.directory.Actor;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 检索 for the desk. By POST: what is searched for may be a phone number, what is typed somebody's story. */
@RestController
@RequestMapping("/api/search")
class SearchController {

    private final Searching searching;

    SearchController(Searching searching) {
        this.searching = searching;
    }

    @PostMapping
    Searching.Result search(@RequestBody Searching.Wanted wanted, @AuthenticationPrincipal Actor actor) {
        return searching.search(wanted, actor);
    }

    @PostMapping("/like")
    List<Searching.Hit> like(@RequestBody Searching.Typed typed, @AuthenticationPrincipal Actor actor) {
        return searching.like(typed, actor);
    }
}
