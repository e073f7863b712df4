package city.minsheng.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * A statement that only reads, and how its rows are read. Alone it is asked like any other; several are asked in one way
 * to the server ({@link Trip}).
 *
 * @param sql with a question mark for each value
 */
public record Question<T>(String sql, RowMapper<T> reading, @Nullable Object... values) {}
