package city.minsheng.portal.web;

import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotFound;
import city.minsheng.portal.Doorkeeper;
import city.minsheng.telephony.Ratings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 一次一评 by the link of a message. The code comes in the body; it is the only key. */
@RestController
@RequestMapping("/api/portal/call-ratings")
class CallRatingController {

    record Code(@Nullable String code) {}

    record Stars(@Nullable String code, @Nullable Integer stars) {}

    record Asked(Instant at) {}

    /** @param kept false: the call was rated before, and the first rating stands */
    record Rated(boolean kept) {}

    private final Ratings ratings;
    private final Doorkeeper door;

    CallRatingController(Ratings ratings, Doorkeeper door) {
        this.ratings = ratings;
        this.door = door;
    }

    /** When the call was that this code asks about. */
    @PostMapping("/look-up")
    Asked asked(@RequestBody Code code, HttpServletRequest http) {
        door.pass(http.getRemoteAddr());
        return ratings.asked(given(code.code())).map(Asked::new).orElseThrow(() -> new NotFound("rating", ""));
    }

    @PostMapping
    Rated rate(@RequestBody Stars stars, HttpServletRequest http) {
        door.pass(http.getRemoteAddr());
        if (stars.stars() == null) {
            throw new Invalid("/stars", "required");
        }
        return ratings.rate(given(stars.code()), stars.stars()).map(Rated::new).orElseThrow(() -> new NotFound("rating", ""));
    }

    private static String given(@Nullable String code) {
        if (code == null) {
            throw new Invalid("/code", "required");
        }
        return code.strip();
    }
}
