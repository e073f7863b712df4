package city.minsheng.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 一次未诉先办.
 *
 * @param number 〔2026〕未诉先办第3号
 * @param event  the hot spot that it began with
 * @param month  每月一题: the first day of the month whose topic it is
 * @param script 口径: what agents may say
 */
public record Campaign(UUID id, String number, int version, Status status, String title, Topic topic, @Nullable Long event, String reason,
        @Nullable LocalDate month, Plan plan, Notice notice, Card card, Decision decision, @Nullable Instant startedAt, @Nullable Instant sweptAt,
        @Nullable Instant closedAt, String conclusion, @Nullable String article) {

    /** 方案. @param lead 牵头单位 @param joining 参与单位 @param demand what shall be looked for and done */
    public record Plan(@Nullable String lead, List<String> joining, @Nullable LocalDate endsOn, String demand, String script) {}

    /** 联合通告. @param words its number or title, empty until it is published */
    public record Notice(String words, @Nullable LocalDate on) {}

    /** 督办卡. */
    public record Card(@Nullable UUID id, @Nullable String number) {}

    public record Decision(String proposedBy, Instant proposedAt, @Nullable String decidedBy, @Nullable Instant decidedAt) {}
}
