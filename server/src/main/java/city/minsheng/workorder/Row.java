package city.minsheng.workorder;

import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as one line of a list.
 *
 * @param badges what the eye must catch: EMERGENCY, SECRET, PROBLEM, BOUND, EXTENSION_ASKED, TO_PHONE, "REWORK 2", "URGED 1"
 */
public record Row(UUID id, String number, String title, Kind kind, @Nullable String category, @Nullable String categoryName,
        Level level, @Nullable String area, @Nullable String areaName, String address, Status status, @Nullable Outcome outcome,
        @Nullable Rating rating, @Nullable Held holder, @Nullable String department, @Nullable String departmentName,
        String channel, Instant receivedAt, @Nullable Due due, List<String> badges, int version) {

    /** Who has it now. */
    public record Held(String kind, String code, @Nullable String name) {}

    /** What is owed, and until when. */
    public record Due(ClockKind clock, Instant startedAt, Instant dueAt, boolean overdue) {}
}
