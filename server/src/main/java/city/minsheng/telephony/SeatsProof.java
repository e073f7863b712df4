package city.minsheng.telephony;

import city.minsheng.platform.Promise;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 考勤有凭据: the changes of each seat make a chain without a gap, along the arrows that there are. */
@Component
class SeatsProof implements Promise {

    private final JdbcClient jdbc;

    SeatsProof(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "every seat's states follow one another without a gap";
    }

    @Override
    public long check(Consumer<Lie> lies) {
        jdbc.sql("""
                        with chain as (
                          select seat, n, from_state, to_state, at, lag(to_state) over each as before, lag(at) over each as earlier
                            from seat_change window each as (partition by seat order by n))
                        select seat, n, from_state, coalesce(before, 'SIGNED_OUT') as before, at < earlier as backwards from chain
                         where from_state <> coalesce(before, 'SIGNED_OUT') or at < earlier
                         order by seat, n
                        """)
                .query((row, number) -> new Lie("seat " + row.getString(1) + " change " + row.getInt(2), row.getBoolean(5) ? "is earlier than the one before"
                        : "comes from " + row.getString(3) + ", and the seat was " + row.getString(4))).list().forEach(lies);
        arrows(lies);
        return jdbc.sql("select count(*) from seat_change").query(Long.class).single();
    }

    private void arrows(Consumer<Lie> lies) {
        jdbc.sql("select distinct from_state, to_state from seat_change")
                .query((row, n) -> new SeatState[] {SeatState.valueOf(row.getString(1)), SeatState.valueOf(row.getString(2))}).list().stream()
                .filter(pair -> !pair[0].mayBecome(pair[1])).forEach(pair -> lies.accept(new Lie("seats", "went from " + pair[0] + " to " + pair[1])));
    }
}
