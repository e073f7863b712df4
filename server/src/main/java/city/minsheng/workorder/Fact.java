package city.minsheng.workorder;

import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.platform.Time;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is known of a work order, and its column. Each step writes down which facts it changed and to what, so
 * that all steps together give the row; long texts stand in the step as their digest.
 */
enum Fact {
    STATUS(Status.class),
    OUTCOME(Outcome.class),          // 办理结果; null until closed
    KIND(Kind.class),
    CATEGORY(String.class),
    LEVEL(Level.class),
    AREA(String.class),
    ADDRESS(String.class),
    TITLE(String.class),
    BODY(String.class),
    CHANNEL(String.class),
    EXTERNAL_ID(String.class),       // what the channel calls it
    REQUESTER(UUID.class),
    CONFIDENTIAL(Boolean.class),     // 工单保密: departments see no identity
    RECEIVED_AT(Instant.class),
    REGISTERED_BY(String.class),
    LEAD(String.class),              // 主办单位
    BOUND(Boolean.class),            // 指定承办: may not be returned
    PARENT(UUID.class),              // 主单
    DISPATCHED_BY(String.class),
    DISPATCHED_AT(Instant.class),
    ACCEPTED_AT(Instant.class),
    CONTACTED_AT(Instant.class),     // 首次联系
    PHONED_AT(Instant.class),        // the handler was phoned (emergency)
    RESULT(Result.class),            // what the department says came of it
    ANSWER(String.class),            // what the citizen was or will be told
    TEMPLATE(String.class),          // the answer template it was taken from
    ARTICLE(String.class),           // the article of the knowledge base that it was taken from,
    ARTICLE_VERSION(Integer.class),  // and the version that was read
    REVIEW_ON(LocalDate.class),      // 客观受限: looked at again on
    EXTENSION_ASKED(Integer.class),  // working days asked for and not decided yet
    CONTACTED(Boolean.class),        // the citizen: did they contact you?
    SOLVED(Solved.class),            // the citizen: is it solved?
    RATING(Rating.class),            // the citizen: are you satisfied?
    PROBLEM_SINCE(Instant.class),    // 问题工单
    RETURNS(Integer.class),
    REASSIGNMENTS(Integer.class),
    REWORKS(Integer.class),
    SENT_BACKS(Integer.class),
    EXTENSIONS(Integer.class),
    URGES(Integer.class),
    URGED_AT(Instant.class),
    REMINDERS(Integer.class),
    ATTEMPTS(Integer.class),         // follow-up calls without an answer, since the last reply
    CLOSED_AT(Instant.class);

    private final Class<?> type;
    private final String column;

    Fact(Class<?> type) {
        this.type = type;
        this.column = name().toLowerCase(Locale.ROOT);
    }

    String column() {
        return column;
    }

    /** What a new order has where nothing was said. */
    @Nullable Object initial() {
        return switch (this) {
            case EXTENSION_ASKED, ARTICLE_VERSION -> null;
            case BOUND -> Boolean.FALSE;
            default -> type == Integer.class ? Integer.valueOf(0) : null;
        };
    }

    @Nullable Object read(ResultSet row) throws SQLException {
        if (type == Instant.class) {
            var at = row.getObject(column(), OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }
        if (type.isEnum()) {
            var name = row.getString(column());
            return name == null ? null : constant(name);
        }
        return row.getObject(column(), type);
    }

    /** As JDBC takes it. */
    static @Nullable Object sql(@Nullable Object value) {
        return switch (value) {
            case Instant at -> Time.sql(at);
            case Enum<?> constant -> constant.name();
            case null, default -> value;
        };
    }

    /** As it stands in a step. */
    @Nullable String trace(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return this == BODY || this == ANSWER ? digest((String) value) : value.toString();
    }

    private Object constant(String name) {
        for (var constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(this + " " + name);
    }

    private static String digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(bytes, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
