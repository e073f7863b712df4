package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.Browser;
import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Outbox;
import city.minsheng.platform.Promise;
import city.minsheng.platform.Secrets;
import city.minsheng.platform.Time;
import city.minsheng.telephony.simulated.Script;
import city.minsheng.telephony.simulated.SimulatedSwitch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The hall over a real database: what is written, what a restart finds, what the proof sees. */
@HouseTest(value = "hall_keeping", properties = "minsheng.telephony=off")
@DisplayName("What the hall keeps")
class HallKeepingTests {

    private final ApplicationContext house;
    private final Stage stage;
    private final TransactionTemplate transaction;
    private final Secrets secrets;
    private final Outbox outbox;
    private final Recordings recordings;
    private final HallRules data;
    private final CitySettings city;
    private final CallsProof calls;
    private final SeatsProof seats;
    private final PastDay past;
    private final Ratings ratings;
    private final VirtualLoop loop = new VirtualLoop();
    @TempDir
    static Path tapes;
    private final SimulatedSwitch line = new SimulatedSwitch(loop, HallKeepingTests::tape);
    private final List<WrittenJournal> journals = new ArrayList<>();

    HallKeepingTests(ApplicationContext house, Stage stage, PlatformTransactionManager transactions, Secrets secrets, Outbox outbox, Recordings recordings,
            HallRules data, CitySettings city, CallsProof calls, SeatsProof seats, PastDay past, Ratings ratings) {
        this.house = house;
        this.stage = stage;
        this.transaction = new TransactionTemplate(transactions);
        this.secrets = secrets;
        this.outbox = outbox;
        this.recordings = recordings;
        this.data = data;
        this.city = city;
        this.calls = calls;
        this.seats = seats;
        this.past = past;
        this.ratings = ratings;
        loop.pass(Duration.between(loop.now(), Instant.now().minusSeconds(7200)));
    }

    private static Path tape(String name, Duration length) {
        try {
            return Files.writeString(tapes.resolve(name + ".wav"), "abc");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        stage.jdbc.sql("delete from call_owed").update();
        journals.forEach(WrittenJournal::close);
        for (var table : List.of("call_message", "call_order", "rating_wanted", "call_review", "call_rating", "recording_play", "recording", "hand_over", "call_log", "call_back_attempt",
                "call_back", "seat_change", "phone_call", "seat_key")) {
            stage.jdbc.sql("delete from " + table).update();
        }
    }

    /** A hall over these tables and this switch, as a start of the program makes it. */
    private Control open() {
        var journal = new WrittenJournal(stage.jdbc, house.getBean(NamedParameterJdbcOperations.class), transaction, secrets, outbox, recordings);
        journals.add(journal);
        var queues = Scene.queues();
        var floor = new Floor(loop, line, new Acd(loop, queues), journal, HallSettings.defaults(), queues, new Remembered());
        var numbers = new CallerNumbers(city, secrets);
        var control = new Control(floor, numbers, true);
        for (int i = 1; i <= 4; i++) {
            floor.seats.put("" + i, new Seat("" + i, "GENERAL", null, loop.now()));
        }
        new Loading(stage.jdbc, secrets, numbers).fill(floor, control, data::staff);
        loop.run(control::start);
        loop.settle();
        return control;
    }

    private static void written(Control control) {
        try {
            control.floor.journal.written().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Seat sits(Control control, String seat, String username) {
        var staff = data.staff(username).orElseThrow();
        control.signIn(control.floor.seat(seat), staff);
        line.provisionSeat(seat, "x");
        control.ask(control.floor.seat(seat), SeatState.READY, null);
        loop.pass(1);
        return control.floor.seat(seat);
    }

    private String calls(String number) {
        var leg = line.call(Script.of(number).patience(900));
        loop.pass(1);
        return leg;
    }

    private List<String> lies() {
        var lies = new ArrayList<Promise.Lie>();
        calls.check(lies::add);
        seats.check(lies::add);
        return lies.stream().map(lie -> lie.subject() + " " + lie.what()).toList();
    }

    @Test
    void knowsAfterAStartWhatWasPressedBefore() {
        var before = open();
        assertThat(before.floor.isFirst("k-1", "agent01")).isTrue();
        written(before);

        var after = open();

        assertThat(after.floor.isFirst("k-1", "agent01")).as("an answer that was lost with the program").isFalse();
        assertThat(after.floor.isFirst("k-1", "agent02")).isTrue();
        written(after);
    }

    @Test
    void survivesTheEndOfTheProgramInTheMiddleOfCalls() {
        var before = open();
        var talking = sits(before, "1", "agent01");
        calls("19900000001");
        before.answer(talking);
        loop.pass(2);
        var ringing = sits(before, "2", "agent02");
        calls("19900000002");
        var waiting = calls("19900000003");
        assertThat(ringing.state).isEqualTo(SeatState.RINGING);
        written(before);
        var legs = line.legs();

        var after = open(); // the program was killed; the switch went on
        loop.pass(1);

        assertThat(line.legs()).as("nothing rings twice, and nobody was cut off").containsExactlyInAnyOrderElementsOf(legs);
        assertThat(after.floor.seat("1").state).isEqualTo(SeatState.TALKING);
        assertThat(Objects.requireNonNull(after.floor.seat("1").call).phase).isEqualTo(Call.Phase.TALKING);
        assertThat(after.floor.seat("2").state).isEqualTo(SeatState.RINGING);
        assertThat(after.floor.waiting()).isEqualTo(2);
        after.answer(after.floor.seat("2"));
        loop.pass(1);
        assertThat(after.floor.seat("2").state).isEqualTo(SeatState.TALKING);
        after.hangUp(after.floor.seat("1"));
        loop.pass(61);
        assertThat(Objects.requireNonNull(after.floor.seat("1").call).leg).isEqualTo(waiting);
        written(after);
        assertThat(lies()).isEmpty();
    }

    @Test
    void owesACallToWhomTheSwitchLostMeanwhile() {
        var before = open();
        var talking = sits(before, "1", "agent01");
        calls("19900000001");
        before.answer(talking);
        calls("19900000002");
        written(before);
        line.fail(true);
        loop.settle();
        line.comeBack();

        var after = open();
        loop.pass(1);
        written(after);

        assertThat(after.floor.calls).isEmpty();
        assertThat(stage.jdbc.sql("select ended_as from phone_call order by since").query(String.class).list()).containsExactly("CUT", "LOST");
        assertThat(stage.jdbc.sql("select count(*) from call_back where state = 'OPEN'").query(Integer.class).single()).isEqualTo(2);
        assertThat(lies()).isEmpty();
        var again = open();
        assertThat(again.floor.callBacks).hasSize(2);
    }

    @Test
    void keepsNoNumberThatAnybodyCanRead() {
        var hall = open();
        var seat = sits(hall, "1", "agent01");
        calls("19900000001");
        hall.answer(seat);
        loop.pass(1);
        hall.talking.emergency(seat, Scene.police(), "中山路 19900000001", "打架", false);
        hall.wrapUp(seat, "ANSWERED", "回电 19900000001", false);
        loop.pass(3);
        hall.hangUp(seat);
        calls("19900000004");
        line.legs().forEach(line::callerHangsUp);
        loop.pass(1);
        written(hall);

        for (var table : List.of("phone_call", "call_log", "call_back", "hand_over", "seat_change", "recording")) {
            assertThat(stage.jdbc.sql("select t::text from " + table + " t").query(String.class).list()).as(table).noneMatch(row -> row.contains("1990000000") || row.contains("打架"));
        }
    }

    @Test
    void hashesEachRecordingAndDeletesItWhenItsTimeHasCome() throws IOException {
        var hall = open();
        var seat = sits(hall, "1", "agent01");
        calls("19900000001");
        hall.answer(seat);
        loop.pass(5);
        hall.hangUp(seat);
        loop.pass(20);
        written(hall);
        // GB/T 32905-2016, appendix A.1: the hash of "abc"
        assertThat(stage.jdbc.sql("select sm3 from recording").query(String.class).single()).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        var file = Path.of(stage.jdbc.sql("select file from recording").query(String.class).single());
        recordings.run();
        assertThat(file).exists();
        assertThat(stage.jdbc.sql("select kind from call_log order by n").query(String.class).list())
                .startsWith("ARRIVED", "QUEUED", "OFFERED", "ANSWERED").contains("AGENT_HUNG_UP");

        stage.jdbc.sql("update recording set keep_until = :past").param("past", Time.sql(Instant.now().minusSeconds(1))).update();
        recordings.run();

        assertThat(file).doesNotExist();
        assertThat(stage.jdbc.sql("select state from recording").query(String.class).single()).isEqualTo("DELETED");
    }

    @Test
    void asksForARatingByALinkThatWorksOnce() {
        var hall = open();
        var seat = sits(hall, "1", "agent01");
        calls("19900000001");
        hall.answer(seat);
        loop.pass(5);
        hall.hangUp(seat);
        loop.pass(60);
        written(hall);
        stage.delivered();
        var words = stage.jdbc.sql("select m.words from call_message m join phone_call c on c.id = m.call_id").query(String.class).single();
        var code = words.substring(words.lastIndexOf('/') + 1);

        var citizen = new Browser(house);
        assertThat(citizen.post("/api/portal/call-ratings/look-up", "{\"code\":\"" + code + "\"}").status()).isEqualTo(200);
        assertThat(citizen.post("/api/portal/call-ratings", "{\"code\":\"" + code + "\",\"stars\":2}").json().path("kept").asBoolean()).isTrue();
        assertThat(citizen.post("/api/portal/call-ratings", "{\"code\":\"" + code + "\",\"stars\":5}").json().path("kept").asBoolean()).isFalse();
        assertThat(citizen.post("/api/portal/call-ratings", "{\"code\":\"NOBODYS2\",\"stars\":5}").status()).isEqualTo(404);
        assertThat(stage.jdbc.sql("select stars || by from call_rating").query(String.class).list()).containsExactly("2WEB");
        assertThat(stage.jdbc.sql("select count(*) from call_review where resolved_at is null").query(Integer.class).single()).isOne();
        assertThat(ratings.rate("NOBODYS2", 3)).isEqualTo(Optional.empty());
    }

    @Test
    void isProvedAndALieIsFound() {
        past.invent(LocalDate.now(city.zone()).minusDays(2), 0, Instant.now());
        past.invent(LocalDate.now(city.zone()).minusDays(1), 1, Instant.now());
        past.invent(LocalDate.now(city.zone()), 2, Instant.now());
        assertThat(lies()).isEmpty();
        assertThat(stage.jdbc.sql("select count(*) from phone_call").query(Integer.class).single()).isGreaterThan(500);
        assertThat(stage.jdbc.sql("select count(*) filter (where ended_as = 'ANSWERED') * 1.0 / count(*) from phone_call").query(Double.class).single()).isGreaterThan(0.93);

        stage.jdbc.sql("delete from call_owed where call_id in (select call_id from call_owed limit 1)").update();
        stage.jdbc.sql("delete from seat_change where id in (select id from seat_change where to_state = 'TALKING' limit 1)").update();

        assertThat(lies()).hasSize(2).anyMatch(lie -> lie.contains("call-back list")).anyMatch(lie -> lie.contains("comes from"));
    }

    @Test
    void isWrittenInFewTransactionsWhenManyCallsCome() throws InterruptedException {
        var control = open();
        for (int n = 0; n < 60; n++) {
            line.call(Script.of("1990000010" + n));
            loop.settle();
            Thread.sleep(5);
        }
        written(control);

        assertThat(stage.jdbc.sql("select count(*) from phone_call").query(Integer.class).single()).isEqualTo(60);
        assertThat(stage.jdbc.sql("select count(distinct xmin::text) from phone_call").query(Integer.class).single()).isLessThan(30);
    }

    @Test
    void goesOnWhileTheDatabaseTakesNothing() {
        var hall = open();
        var seat = sits(hall, "1", "agent01");
        stage.jdbc.sql("alter table call_log rename to call_log_away").update();
        try {
            calls("19900000001");
            hall.answer(seat);
            loop.pass(3);
            assertThat(seat.state).isEqualTo(SeatState.TALKING);
        } finally {
            stage.jdbc.sql("alter table call_log_away rename to call_log").update();
        }
        written(hall);
        assertThat(stage.jdbc.sql("select count(*) from call_log where kind = 'ANSWERED'").query(Integer.class).single()).isOne();
    }

    @Test
    void isNotInventedOutsideDemoMode() throws Exception {
        var config = Class.forName("city.minsheng.telephony.simulated.SimulatedLine");
        var make = java.util.Arrays.stream(config.getDeclaredMethods()).filter(method -> method.getName().equals("simulatedSwitch")).findFirst().orElseThrow();
        make.setAccessible(true);
        var constructor = config.getDeclaredConstructor();
        constructor.setAccessible(true);
        var made = constructor.newInstance();

        assertThatExceptionOfType(java.lang.reflect.InvocationTargetException.class).isThrownBy(() -> make.invoke(made, loop, recordings, false))
                .withCauseInstanceOf(IllegalStateException.class);
        assertThat(new Browser(house).as("agent01").get("/api/telephony/seat").problem()).isEqualTo("telephony-off");
    }
}
