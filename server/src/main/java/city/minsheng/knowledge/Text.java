package city.minsheng.knowledge;

import city.minsheng.platform.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one version of an article says.
 *
 * @param asked    the ways people ask it
 * @param answer   what is read out
 * @param document the number of the document behind the basis 文号
 * @param open     whether the public may read it
 */
public record Text(String question, List<String> asked, String answer, String basis, String document, String steps, String materials,
        String places, String hours, String owner, @Nullable String category, @Nullable String area, String audience, boolean open,
        @Nullable Instant effectiveAt, @Nullable LocalDate reviewOn, @Nullable Instant expiresAt) {

    private static final int LONG = 4000;

    public Text {
        question = words(question);
        asked = asked == null ? List.of() : asked.stream().filter(Objects::nonNull).map(String::strip).filter(way -> !way.isEmpty()).distinct().toList();
        answer = words(answer);
        basis = words(basis);
        document = words(document);
        steps = words(steps);
        materials = words(materials);
        places = words(places);
        hours = words(hours);
        owner = words(owner);
        category = category == null || category.isBlank() ? null : category.strip();
        area = area == null || area.isBlank() ? null : area.strip();
        audience = words(audience);
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** What even a draft must have. */
    Invalid.Check check() {
        var check = new Invalid.Check().given(question, "/question").given(owner, "/owner").atMost(question, 200, "/question")
                .that(asked.size() <= 30 && asked.stream().allMatch(way -> way.length() <= 200), "/asked", "too-long", 200)
                .that(effectiveAt == null || expiresAt == null || expiresAt.isAfter(effectiveAt), "/expiresAt", "after-effective");
        for (var field : List.of(answer, basis, steps, materials, places)) {
            check.atMost(field, LONG, "/answer");
        }
        return check.atMost(document, 200, "/document").atMost(hours, 500, "/hours").atMost(audience, 200, "/audience");
    }

    /** What a department can be asked to sign. @param now the words are told from now on at the earliest */
    Invalid.Check complete(Instant now, LocalDate today) {
        return check().given(answer, "/answer").given(basis, "/basis").given(reviewOn, "/reviewOn")
                .that(reviewOn == null || reviewOn.isAfter(today), "/reviewOn", "in-past")
                .that(expiresAt == null || expiresAt.isAfter(now), "/expiresAt", "in-past");
    }

    Text dated(Instant effectiveAt, @Nullable LocalDate reviewOn, @Nullable Instant expiresAt) {
        return new Text(question, asked, answer, basis, document, steps, materials, places, hours, owner, category, area, audience, open,
                effectiveAt, reviewOn, expiresAt);
    }
}
