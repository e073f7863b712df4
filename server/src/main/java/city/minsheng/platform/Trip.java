package city.minsheng.platform;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;

/**
 * Questions that go to the server together, one way for all: none of them may need another's answer.
 *
 * <p>Each is planned once for whatever values. Of a table of many months the planner would think anew each time, which takes
 * three times as long as to read it; so a question of a trip is one that is answered by a key.
 */
public final class Trip {

    private static final String PLANNED_ONCE = "set plan_cache_mode = force_generic_plan;\n";
    private static final String AS_BEFORE = ";\nreset plan_cache_mode"; // where a question fails, the server takes it back by itself

    /** What came back; there once the trip is made. */
    public static final class Answer<T> {

        private final Question<T> question;
        private final List<T> rows = new ArrayList<>();

        private Answer(Question<T> question) {
            this.question = question;
        }

        public List<T> rows() {
            return rows;
        }

        private void read(ResultSet from) throws SQLException {
            while (from.next()) {
                rows.add(question.reading().mapRow(from, rows.size()));
            }
        }
    }

    private final JdbcTemplate jdbc;
    private final List<Answer<?>> answers = new ArrayList<>();

    public Trip(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public <T> Answer<T> ask(Question<T> question) {
        var answer = new Answer<>(question);
        answers.add(answer);
        return answer;
    }

    public void make() {
        var sql = answers.stream().map(answer -> answer.question.sql()).collect(Collectors.joining(";\n", PLANNED_ONCE, AS_BEFORE));
        jdbc.execute(sql, (PreparedStatementCallback<@Nullable Void>) statement -> {
            fill(statement);
            statement.execute();
            for (var answer : answers) {
                statement.getMoreResults();
                try (var rows = statement.getResultSet()) {
                    answer.read(rows);
                }
            }
            return null;
        });
    }

    private void fill(PreparedStatement statement) throws SQLException {
        var values = answers.stream().flatMap(answer -> Arrays.stream(answer.question.values())).toList();
        for (int i = 0; i < values.size(); i++) {
            StatementCreatorUtils.setParameterValue(statement, i + 1, SqlTypeValue.TYPE_UNKNOWN, values.get(i));
        }
    }
}
