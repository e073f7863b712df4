package city.minsheng.demo;

import city.minsheng.directory.Cast;
import city.minsheng.directory.Departments;
import city.minsheng.directory.People;
import city.minsheng.platform.CityFolder;
import city.minsheng.platform.CityLoading;
import city.minsheng.platform.CitySettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** 演示数据: about three hundred requests a day for ninety days, of which 93 % are answered at once. Always the same ones. */
@Component
class DemoOrders {

    private static final Logger LOG = LoggerFactory.getLogger(DemoOrders.class);
    private static final String PART = "DemoOrders";
    private static final long SEED = 12345;
    private static final int[] HOURS = {2, 1, 1, 1, 1, 3, 6, 12, 26, 30, 28, 24, 14, 12, 22, 26, 25, 22, 14, 12, 10, 8, 5, 3};
    private final DemoLife life;
    private final DemoCampaigns campaigns;
    private final DemoSupervision supervision;
    private final DemoKnowledge knowledge;
    private final DemoAlarms alarms;
    private final CityFolder folder;
    private final Departments departments;
    private final People people;
    private final CityLoading loading;
    private final CitySettings city;
    private final Clock clock;
    private final boolean wanted;
    private final int days;
    private final int perDay;

    DemoOrders(DemoLife life, DemoAlarms alarms, DemoCampaigns campaigns, DemoSupervision supervision, DemoKnowledge knowledge, CityFolder folder, Departments departments, People people, CityLoading loading, CitySettings city, Clock clock,
            @Value("${minsheng.demo}") boolean demo, @Value("${minsheng.serving:true}") boolean serving,
            @Value("${minsheng.demo-days:90}") int days, @Value("${minsheng.demo-per-day:300}") int perDay) {
        this.life = life;
        this.alarms = alarms;
        this.campaigns = campaigns;
        this.supervision = supervision;
        this.knowledge = knowledge;
        this.folder = folder;
        this.departments = departments;
        this.people = people;
        this.loading = loading;
        this.city = city;
        this.clock = clock;
        this.wanted = demo && serving && days > 0;
        this.days = days;
        this.perDay = perDay;
    }

    @EventListener(ApplicationReadyEvent.class)
    void fill() {
        if (wanted && !loading.isLoaded(PART) && folder.has("demo.csv")) {
            Thread.ofPlatform().daemon().name("demo").start(this::play);
        }
    }

    private void play() {
        var begun = System.nanoTime();
        var cast = Cast.of(people);
        var phrases = new Phrases(folder, departments);
        var now = clock.instant();
        var events = new DemoEvents(folder, departments, city.zone(), now);
        var today = LocalDate.ofInstant(now, city.zone());
        System.out.printf("  demo: inventing the orders of %d days; the screens fill meanwhile%n", days);
        for (int back = days; back >= 0; back--) {
            day(today.minusDays(back), now, cast, phrases, events);
            if (back % 15 == 0 && back < days) {
                System.out.printf("  demo: %d of %d days%n", days - back, days);
            }
        }
        left(() -> campaigns.play(now, cast), "campaigns");
        left(() -> supervision.play(now, cast), "supervision");
        left(() -> knowledge.play(now, cast), "knowledge");
        loading.loaded(PART);
        alarms.settle(events, cast);
        LOG.info("demo=filled seconds={}", (System.nanoTime() - begun) / 1_000_000_000);
    }

    /** What cannot be played is left out: a second start would only meet what the first one left. */
    private static void left(Runnable play, String what) {
        try {
            play.run();
        } catch (RuntimeException e) {
            LOG.info("demo={} left out: {}", what, e.toString());
        }
    }

    private void day(LocalDate day, Instant now, Cast cast, Phrases phrases, DemoEvents events) {
        var random = new Random(SEED + day.toEpochDay());
        int count = perDay * 9 / 10 + random.nextInt(Math.max(1, perDay / 5));
        var times = new ArrayList<Instant>();
        for (int i = 0; i < count; i++) {
            times.add(day.atTime(time(random)).atZone(city.zone()).toInstant());
        }
        times.sort(null);
        try (var threads = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, times.size()).filter(i -> times.get(i).isBefore(now)).forEach(i -> {
                var seed = random.nextLong();
                var at = times.get(i);
                threads.execute(() -> life.play("demo-" + day + "-" + i, at, now, new Random(seed), cast, phrases::speak));
            });
            events.told(day, now).forEach(told -> threads.execute(() -> life.play(told.id(), told.at(), now, new Random(told.id().hashCode()), cast, any -> told.words())));
        }
    }

    private static LocalTime time(Random random) {
        int at = random.nextInt(IntStream.of(HOURS).sum());
        for (int hour = 0; ; hour++) {
            at -= HOURS[hour];
            if (at < 0) {
                return LocalTime.of(hour, random.nextInt(60), random.nextInt(60));
            }
        }
    }
}
