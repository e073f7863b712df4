package city.minsheng.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.HouseTest;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@HouseTest
@DisplayName("Questions that go to the server together")
class TripTests {

    private final JdbcTemplate jdbc;

    TripTests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private static Question<Integer> numbers(int from, int to) {
        return new Question<>("select n from generate_series(?, ?) n order by n", (row, n) -> row.getInt(1), from, to);
    }

    @Test
    void eachGetItsOwnAnswer() {
        var trip = new Trip(jdbc);
        var few = trip.ask(numbers(1, 3));
        var none = trip.ask(numbers(3, 1));
        var word = trip.ask(new Question<>("select upper(?)", (row, n) -> row.getString(1), "abc"));

        trip.make();

        assertThat(few.rows()).containsExactly(1, 2, 3);
        assertThat(none.rows()).isEmpty();
        assertThat(word.rows()).containsExactly("ABC");
    }

    @Test
    void areAskedAgainAndAgainByOthersValues() {
        for (int i = 1; i < 12; i++) { // the driver and the server prepare what is asked often
            var trip = new Trip(jdbc);
            var one = trip.ask(numbers(i, i));
            var two = trip.ask(numbers(i, i + 1));
            trip.make();

            assertThat(one.rows()).containsExactly(i);
            assertThat(two.rows()).containsExactly(i, i + 1);
        }
    }

    @Test
    void failTogether() {
        var trip = new Trip(jdbc);
        trip.ask(numbers(1, 3));
        trip.ask(new Question<>("select 1 / ?", (row, n) -> row.getInt(1), 0));

        assertThatExceptionOfType(DataAccessException.class).isThrownBy(trip::make);
    }

    @Test
    void leaveTheConnectionAsItWas() {
        try (var connection = new SingleConnectionDataSource(jdbc.getDataSource().getConnection(), true)) {
            var alone = new JdbcTemplate(connection);
            for (int divisor = 1; divisor >= 0; divisor--) {
                var trip = new Trip(alone);
                var mode = trip.ask(new Question<>("select current_setting('plan_cache_mode')", (row, n) -> row.getString(1)));
                trip.ask(new Question<>("select 1 / ?", (row, n) -> row.getInt(1), divisor));
                try {
                    trip.make();
                    assertThat(mode.rows()).containsExactly("force_generic_plan");
                } catch (DataAccessException e) {
                    assertThat(divisor).isZero();
                }

                assertThat(alone.queryForObject("show plan_cache_mode", String.class)).isEqualTo("auto");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
