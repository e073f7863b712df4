package city.minsheng.campaign;

import city.minsheng.catalogue.DueDate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 一个点位的排查任务. @param department 责任单位, the holder while it is open @param note what was found or done, or why not */
public record Task(UUID id, UUID campaign, String place, @Nullable String area, String department, TaskStatus status, String note,
        @Nullable Instant startedAt, @Nullable Instant dueAt, @Nullable DueDate how, @Nullable Instant settledAt, List<Photos.Photo> photos) {

    Task with(List<Photos.Photo> photos) {
        return new Task(id, campaign, place, area, department, status, note, startedAt, dueAt, how, settledAt, photos);
    }
}
