package city.minsheng.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.Browser;
import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Role;
import city.minsheng.intake.Receiving;
import city.minsheng.workorder.Answering;
import city.minsheng.platform.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest("hot")
@DisplayName("Hot spots")
class HotspotTests {

    private static int phone = 10_000;
    private final Stage stage;
    private final Events events;
    private final Sorting sorting;
    private final Alarms alarms;
    private final Lookout lookout;
    private final Gathering gathering;
    private final Profile profile;
    private final JdbcClient jdbc;
    private final ApplicationContext house;

    HotspotTests(Stage stage, Events events, Sorting sorting, Alarms alarms, Lookout lookout, Gathering gathering, Profile profile, JdbcClient jdbc, ApplicationContext house) {
        this.stage = stage;
        this.events = events;
        this.sorting = sorting;
        this.alarms = alarms;
        this.lookout = lookout;
        this.gathering = gathering;
        this.profile = profile;
        this.jdbc = jdbc;
        this.house = house;
    }

    /** Somebody new calls, and the outbox has told of it. */
    private UUID told(String title, String body, String address, String category, String number) {
        var from = new Receiving.From("王小明", number, false);
        var order = stage.receiving.receive(new Receiving.Incoming("hotline", null, Instant.now(), Kind.COMPLAINT, category, Level.GENERAL, "ncq", address, title, body, from, null),
                stage.who("agent01"), Role.AGENT).id();
        stage.delivered();
        gathering.run();
        return order;
    }

    private UUID told(String title, String body, String address, String category) {
        return told(title, body, address, category, "139000" + phone++);
    }

    private long eventOf(UUID order) {
        return jdbc.sql("select event_id from hotspot_member where order_id = :id").param("id", order).query(Long.class).single();
    }

    private UUID lane(String estate, int n) {
        return told("南城区" + estate + "消防通道被私家车堵死", "我们" + estate + "的消防通道天天被私家车堵死，消防车进不来，" + n + "号楼老人多，太危险了。", estate + n + "号楼", "080101");
    }

    @Test
    void makesOneEventOfThreeCallersAndRaisesAnAlarmWithTheThird() {
        var first = lane("听澜雅居", 1);
        lane("听澜雅居", 2);
        long event = eventOf(first);
        assertThat(alarms.list(null)).noneMatch(alarm -> Long.valueOf(event).equals(alarm.event()));

        var third = lane("听澜雅居", 3);

        assertThat(eventOf(third)).isEqualTo(event);
        assertThat(alarms.list(Alarms.State.OPEN)).anySatisfy(alarm -> {
            assertThat(alarm.event()).isEqualTo(event);
            assertThat(alarm.kind()).isEqualTo(Alarms.Kind.SUDDEN);
            assertThat(alarm.sentence()).contains("3");
        });
        assertThat(events.hot()).anySatisfy(hot -> {
            assertThat(hot.id()).isEqualTo(event);
            assertThat(hot.rank().callers()).isEqualTo(3);
        });
        assertThat(events.live()).anySatisfy(live -> {
            assertThat(live.id()).isEqualTo(event);
            assertThat(live.callers()).isEqualTo(3);
            assertThat(live.hours()).isEqualTo(2);
        });
    }

    private UUID asks(String estate, int n) {
        return asks(estate, n, Kind.INQUIRY, "010102");
    }

    /** Written down as 求助, but about a matter that people ask about: to which school a child may go. */
    @Test
    void isNotWarmedByAQuestionThatWasWrittenDownAsARequestForAssistance() {
        var first = asks("学府里", 1, Kind.ASSISTANCE, "050101");
        asks("学府里", 2, Kind.ASSISTANCE, "050101");
        var outage = asks("长河湾", 1, Kind.ASSISTANCE, "010202");
        asks("长河湾", 2, Kind.ASSISTANCE, "010202");

        assertThat(events.hot()).noneMatch(hot -> hot.id() == eventOf(first)).anyMatch(hot -> hot.id() == eventOf(outage));
    }

    private UUID asks(String estate, int n, Kind kind, String category) {
        var from = new Receiving.From("李小红", "139555" + phone++, false);
        var answer = new Receiving.First(new Answering.Answer("供暖期为11月15日至次年3月15日。", null), null, null, null, null, null);
        var order = stage.receiving.receive(new Receiving.Incoming("hotline", null, Instant.now(), kind, category, Level.GENERAL, "ncq", estate + n + "号楼", "咨询" + estate + "供暖时间",
                "请问" + estate + "今年什么时候开始供暖，供暖期到哪一天结束？", from, answer), stage.who("agent01"), Role.AGENT).id();
        stage.delivered();
        gathering.run();
        return order;
    }

    /** Many ask when the heating begins, and are told: no trouble. The same words from people whom nobody could answer are. */
    @Test
    void isNotWarmedByQuestionsThatWereAnsweredAtOnce() {
        var first = asks("沁芳园", 1);
        for (int n = 2; n <= 5; n++) {
            asks("沁芳园", n);
        }

        assertThat(jdbc.sql("select callers from hotspot_event where id = :id").param("id", eventOf(first)).query(Integer.class).single()).as("they are one event").isGreaterThan(2);
        assertThat(events.hot()).noneMatch(hot -> hot.id() == eventOf(first));
        assertThat(events.live()).noneMatch(live -> live.id() == eventOf(first));
        assertThat(alarms.list(null)).noneMatch(alarm -> Long.valueOf(eventOf(first)).equals(alarm.event()));

        told("咨询沁芳园供暖时间", "请问沁芳园今年什么时候开始供暖，供暖期到哪一天结束？", "沁芳园6号楼", "010102");
        var last = told("咨询沁芳园供暖时间", "请问沁芳园今年什么时候开始供暖，供暖期到哪一天结束？", "沁芳园7号楼", "010102");
        assertThat(events.hot()).filteredOn(hot -> hot.id() == eventOf(last)).singleElement().satisfies(hot -> {
            assertThat(hot.rank().callers()).isEqualTo(2);
            assertThat(hot.sentence()).containsAnyOf("5 件咨询已当场答复", "5 more only asked");
        });
    }

    @Test
    void takesOneCallersFloodForOneCaller() {
        for (int i = 0; i < 4; i++) {
            told("南城区望湖名邸夜间施工噪音扰民", "望湖名邸旁边工地夜间施工，噪音太大，没法睡觉。", "望湖名邸5号楼", "070301", "13911112222");
        }

        assertThat(events.hot()).noneMatch(hot -> hot.name().contains("望湖名邸"));
        assertThat(alarms.list(null)).noneMatch(alarm -> alarm.title().contains("望湖名邸"));
    }

    @Test
    void remembersWhatPeopleTakeApartAndPutTogether() {
        var some = List.of(lane("云栖小筑", 1), lane("云栖小筑", 2), lane("云栖小筑", 3));
        long event = eventOf(some.getFirst());
        var supervisor = stage.who("supervisor01");

        long fresh = sorting.split(event, List.of(some.get(2)), supervisor);

        assertThat(eventOf(some.get(2))).isEqualTo(fresh).isNotEqualTo(event);
        assertThat(jdbc.sql("select count(*) from hotspot_pair where not same and :order in (a, b)").param("order", some.get(2)).query(Integer.class).single()).isEqualTo(2);

        sorting.merge(event, fresh, supervisor);
        sorting.rename(event, "云栖小筑消防通道", supervisor);

        assertThat(eventOf(some.get(2))).isEqualTo(event);
        assertThat(events.one(event).event().name()).isEqualTo("云栖小筑消防通道");
        assertThat(jdbc.sql("select bool_and(same) from hotspot_pair where :order in (a, b)").param("order", some.get(2)).query(Boolean.class).single()).isTrue();
    }

    @Test
    void leavesNoEventEmpty() {
        var order = lane("松涛里", 1);

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> sorting.split(eventOf(order), List.of(order), stage.who("supervisor01")))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("nothing-would-stay"));
    }

    @Test
    void asksForMoreWhereAnAlarmWasFalse() {
        for (int i = 1; i <= 3; i++) {
            told("南城区枕水人家电梯故障停运", "枕水人家电梯又停运了，老人下不了楼，" + i + "单元。", "枕水人家" + i + "号楼", "020105");
        }
        var alarm = alarms.list(null).stream().filter(each -> each.title().contains("枕水人家")).findFirst().orElseThrow();

        alarms.decide(alarm.id(), Alarms.State.FALSE, "例行检修，已提前公告", stage.who("supervisor01"));
        for (int i = 1; i <= 3; i++) {
            told("南城区听雨轩电梯故障停运", "听雨轩电梯停运了，老人下不了楼，" + i + "单元。", "听雨轩" + i + "号楼", "020105");
        }

        assertThat(alarms.list(null)).noneMatch(each -> each.title().contains("听雨轩"));
        assertThat(alarms.list(Alarms.State.FALSE)).anySatisfy(each -> assertThat(each.note()).contains("例行检修"));
    }

    @Test
    void looksOutTwiceAndTellsOfASeasonOnce() {
        lookout.run();
        lookout.run();

        var seasons = alarms.list(null).stream().filter(alarm -> alarm.kind() == Alarms.Kind.SEASONAL).map(Alarms.Alarm::title).toList();
        assertThat(seasons).doesNotHaveDuplicates();
    }

    /** As if it had been told a year ago, so many days after that day. */
    private void aYearAgo(List<UUID> orders, int days) {
        jdbc.sql("update hotspot_member set at = at - interval '1 year' + make_interval(days => :days) where order_id = any(:orders)").param("days", days)
                .param("orders", orders.toArray(UUID[]::new)).update();
    }

    @Test
    void comparesAMatterWithTheSameSeasonOfLastYear() {
        aYearAgo(List.of(lane("旧年里", 1)), -60);
        aYearAgo(List.of(lane("旧年里", 2), lane("旧年里", 3)), -3);
        var now = List.of(lane("新年里", 1), lane("新年里", 2));

        var hot = events.one(eventOf(now.getFirst())).event();

        assertThat(hot.rank().season()).isEqualTo(new Rank.Season(2, 2));
    }

    @Test
    void showsNoNameOfAPersonInASample() {
        var order = told("南城区观澜阁物业经理张建国态度恶劣", "我叫李卫东，物业经理张建国骂人，电话13812341234。", "观澜阁1号楼", "020101");

        var samples = events.one(eventOf(order)).samples();

        assertThat(samples).isNotEmpty().allSatisfy(sample -> assertThat(sample.title() + sample.text()).doesNotContain("张建国", "李卫东", "13812341234"));
    }

    @Test
    void isCalledAndQuotedWithoutTheNameOfWhoAsked() {
        var order = stage.receiving.receive(new Receiving.Incoming("hotline", null, Instant.now(), Kind.COMPLAINT, "020101", Level.GENERAL, "ncq", "听涛苑1号楼",
                "听涛苑垃圾没人收，春雨已等三天", "听涛苑垃圾没人收，春雨已等三天，请回电。", new Receiving.From("春雨", "13900770077", false), null), stage.who("agent01"), Role.AGENT).id();
        stage.delivered();
        gathering.run();

        var one = events.one(eventOf(order));

        assertThat(one.event().name()).contains("听涛苑垃圾没人收").doesNotContain("春雨");
        assertThat(one.samples()).singleElement().satisfies(sample -> assertThat(sample.title() + sample.text()).doesNotContain("春雨"));
    }

    @Test
    void isAPictureOfAllThatWasAskedHoweverMuch() {
        jdbc.sql("insert into hotspot_event (id, related, first_at, last_at, requests, callers) values (900000001, 900000001, '2019-05-01', '2019-05-30', 1, 1)").update();
        try {
            jdbc.sql("""
                            insert into hotspot_member (order_id, event_id, caller, category, area, place, at, question)
                            select gen_random_uuid(), 900000001, gen_random_uuid(), '140202', 'ncq', '', timestamptz '2019-05-01 08:00+08' + n * interval '2 minutes', false
                              from generate_series(1, 20500) as n
                            """).update();

            var picture = profile.of(new Profile.Question("140202", "", LocalDate.of(2019, 5, 1), LocalDate.of(2019, 5, 30)));

            assertThat(picture.requests()).isEqualTo(20_500);
            assertThat(picture.callers()).isEqualTo(20_500);
            assertThat(picture.days().getFirst()).isEqualTo(new Profile.Day(LocalDate.of(2019, 5, 1), 479, 0));
            assertThat(picture.hours().stream().flatMap(List::stream).mapToInt(Integer::intValue).sum()).isEqualTo(20_500);
            assertThat(picture.areas()).singleElement().satisfies(area -> assertThat(area.requests()).isEqualTo(20_500));
        } finally { // other tests ask how far back anything is kept
            jdbc.sql("delete from hotspot_member where event_id = 900000001").update();
            jdbc.sql("delete from hotspot_event where id = 900000001").update();
        }
    }

    @Test
    void saysPlainlyThatNothingWasAsked() {
        var answer = new Browser(house).as("supervisor01").get("/api/hotspots/profile?category=140202&from=2018-05-01&to=2018-05-30");

        assertThat(answer.json().path("sentence").asString()).isEqualTo("这段时间没有诉求；上一个同样长的时段 0 件。");
    }

    @Test
    void showsAPictureOfAnyCategoryAndNothingToDepartments() {
        lane("锦书苑", 1);
        var supervisor = new Browser(house).as("supervisor01");
        var today = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));

        var answer = supervisor.get("/api/hotspots/profile?category=0801&from=" + today.minusDays(6) + "&to=" + today);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("requests").asInt()).isPositive();
        assertThat(answer.json().path("hours").size()).isEqualTo(7);
        assertThat(supervisor.get("/api/hotspots/map").status()).as("the sample city has given no map").isEqualTo(204);
        assertThat(new Browser(house).as("agent01").get("/api/hotspots/live").status()).isEqualTo(200);
        assertThat(new Browser(house).as("agent01").get("/api/hotspots").status()).isEqualTo(403);
    }
}
