package city.minsheng.platform;

import java.util.Map;
import org.postgresql.util.PGobject;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON in columns. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static PGobject column(Object value) {
        try {
            var column = new PGobject();
            column.setType("jsonb");
            column.setValue(write(value));
            return column;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    public static Map<String, Object> map(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }
}
