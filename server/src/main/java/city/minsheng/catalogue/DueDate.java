package city.minsheng.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A due time, and how it was come by.
 *
 * @param restDays      days between start and due that are not worked on, and so were not counted
 * @param holidays      the names of the holidays among them
 * @param makeUpDays    weekend days among those counted, because they are worked on 调休
 * @param unannounced   years within the span whose notice is not published yet: only weekends were left out
 */
public record DueDate(Instant dueAt, Limit limit, int restDays, List<String> holidays, List<LocalDate> makeUpDays, List<Integer> unannounced) {}
