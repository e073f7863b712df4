package city.minsheng.telephony;

import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Secrets;
import city.minsheng.telephony.simulated.Script;
import city.minsheng.telephony.simulated.SimulatedSwitch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.MapPropertySource;

/** A hall in a test: seats, invented callers, and a clock that goes when it is told to. No Spring, no database. */
final class Scene {

    final VirtualLoop loop = new VirtualLoop();
    final SimulatedSwitch line = new SimulatedSwitch(loop, (name, length) -> Path.of(name + ".wav"));
    final Noted noted = new Noted();
    final Floor floor;
    final Control control;

    Scene() {
        this(Map.of());
    }

    Scene(Map<String, Object> properties) {
        this(properties, null);
    }

    Scene(Map<String, Object> properties, @Nullable CallRouter router) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        var queues = queues();
        floor = new Floor(loop, line, router == null ? new Acd(loop, queues) : router, noted, HallSettings.of(environment), queues, new Remembered());
        control = new Control(floor, numbers(), true);
        for (int i = 1; i <= 6; i++) {
            floor.seats.put("" + i, new Seat("" + i, i <= 4 ? "GENERAL" : "EXPERT", i <= 4 ? null : "rs", loop.now()));
        }
        control.start();
        loop.settle();
    }

    static Map<String, HallQueue> queues() {
        var queues = new LinkedHashMap<String, HallQueue>();
        queues.put("general", new HallQueue("general", "综合", "General", HallQueue.Kind.GENERAL, List.of("12345"), "general", 1, null, Duration.ZERO));
        queues.put("rs", new HallQueue("rs", "人社", "Social security", HallQueue.Kind.EXPERT, List.of("2551241"), "rs", 1, "general", Duration.ofSeconds(30)));
        queues.put("dialect", new HallQueue("dialect", "方言", "Dialect", HallQueue.Kind.DIALECT, List.of(), "dialect", 1, "general", Duration.ofSeconds(40)));
        return queues;
    }

    static CallerNumbers numbers() {
        var city = new CitySettings("t", "定州市", "Dingzhou", ZoneId.of("Asia/Shanghai"), "12345", "0312", LocalTime.of(18, 0), 2, 2, 10, 1, 3, 3, 3, 15);
        var numbers = new CallerNumbers(city, new Secrets(new byte[48]));
        numbers.places(Map.of("312", new CallerNumbers.Place("保定", "Baoding"), "1990000", new CallerNumbers.Place("定州", "Dingzhou")));
        return numbers;
    }

    /** Somebody who answers general calls, ready at this seat. */
    Seat agent(String number) {
        return sits(number, "agent" + number, new CallRouter.Skill("general", 1));
    }

    Seat expert(String number) {
        return sits(number, "expert" + number, new CallRouter.Skill("rs", 2));
    }

    Seat sits(String number, String username, CallRouter.Skill... skills) {
        var seat = floor.seat(number);
        control.signIn(seat, new Staff(username, "名" + number, "Name " + number, "g1", List.of(skills)));
        line.provisionSeat(number, "x");
        control.ask(seat, SeatState.READY, null);
        loop.pass(1);
        return seat;
    }

    /** @return the call's first leg */
    String calls(Script script) {
        var leg = line.call(script);
        loop.pass(1);
        return leg;
    }

    Call call(String leg) {
        return noted.calls.values().stream().filter(call -> call.leg.equals(leg)).findFirst().orElseThrow();
    }

    void answers(Seat seat) {
        control.answer(seat);
        loop.pass(1);
    }

    Call talks(Seat seat, Script script) {
        var leg = calls(script);
        answers(seat);
        return call(leg);
    }

    void does(Runnable work) {
        work.run();
        loop.settle();
    }

    void pass(int seconds) {
        loop.pass(seconds);
    }

    static Target department() {
        return new Target(Target.Kind.DEPARTMENT, "zjj", "住建局", "Housing", "03122550004");
    }

    static Target seat(String number) {
        return new Target(Target.Kind.SEAT, number, "座席 " + number, "Seat " + number, null);
    }

    static Target queue(String code) {
        return new Target(Target.Kind.QUEUE, code, code, code, null);
    }

    static Target police() {
        return new Target(Target.Kind.EMERGENCY, "110", "110 公安", "110 Police", "110");
    }
}
