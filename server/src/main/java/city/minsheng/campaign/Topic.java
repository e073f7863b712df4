package city.minsheng.campaign;

import city.minsheng.platform.Invalid;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 议题: what is looked at.
 *
 * @param category and all beneath it; empty: any
 * @param area     and all within it; empty: the whole city
 * @param words    any of them; none: whatever was said
 * @param from     the first day on which it was received
 * @param to       the last one
 */
public record Topic(String category, String area, List<String> words, LocalDate from, LocalDate to) {

    private static final int LONGEST = 366;

    public Topic {
        category = plain(category);
        area = plain(area);
        words = words == null ? List.of() : words.stream().filter(Objects::nonNull).map(String::strip).filter(word -> !word.isEmpty()).distinct().toList();
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    void check(Invalid.Check check) {
        check.that(!category.isEmpty() || !words.isEmpty(), "/topic/category", "category-or-words").given(from, "/topic/from").given(to, "/topic/to")
                .that(words.size() <= 10 && words.stream().allMatch(word -> word.length() > 1 && word.length() <= 20), "/topic/words", "topic-words")
                .that(from == null || to == null || !to.isBefore(from) && !to.isAfter(from.plusDays(LONGEST)), "/topic/to", "between-days", LONGEST);
    }

    Topic on(LocalDate from, LocalDate to) {
        return new Topic(category, area, words, from, to);
    }

    /** The same days, so many years earlier. */
    Topic back(int years) {
        return on(from.minusYears(years), to.minusYears(years));
    }
}
