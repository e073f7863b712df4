package city.minsheng.search.web;

import city.minsheng.search.Indexing;
import city.minsheng.search.Rebuilding;
import city.minsheng.search.State;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 检索索引: how it stands on this node, and the wish to have it built anew on every node. */
@RestController
@RequestMapping("/api/admin/search")
class IndexController {

    private final Indexing indexing;
    private final Rebuilding rebuilding;

    IndexController(Indexing indexing, Rebuilding rebuilding) {
        this.indexing = indexing;
        this.rebuilding = rebuilding;
    }

    @GetMapping
    State state() {
        return indexing.state();
    }

    /** Asked twice is asked once: a node that is building goes on. */
    @PostMapping("/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    State rebuild() {
        rebuilding.everywhere();
        return indexing.state();
    }
}
