package city.minsheng.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clause of the dispatch catalogue 派单目录: who handles a category in an area, and why it is theirs.
 *
 * @param area null for the whole city
 */
public record Clause(String number, String category, @Nullable String area, String department, List<String> supporting,
        String basis, LocalDate validFrom, int version) {}
