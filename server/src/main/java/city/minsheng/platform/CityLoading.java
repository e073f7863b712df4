package city.minsheng.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes in the city's folder: at the first start what is missing, later only when somebody says so. */
@Component
public class CityLoading implements SmartLifecycle {

    private final List<CityPart> parts;
    private final CityFolder folder;
    private final JdbcClient jdbc;
    private final Time time;
    private final Months months;
    private volatile boolean running;

    CityLoading(List<CityPart> parts, CityFolder folder, JdbcClient jdbc, Time time, Months months) {
        this.parts = parts;
        this.folder = folder;
        this.jdbc = jdbc;
        this.time = time;
        this.months = months;
    }

    /** Before the web server opens its port: whoever is let in finds a city. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        months.cover(time.instant());
        months.cover(Instant.now()); // the outbox goes by real time, also under a test clock
        for (var part : parts) {
            if (!isLoaded(name(part))) {
                System.out.println("  " + load(part, folder));
            }
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Loads the folder anew, over what is there. */
    public List<String> loadAgain(Path path) {
        if (!Files.exists(path.resolve("city.yaml"))) {
            throw new Launch.UsageError("There is no city in " + path + ": its file city.yaml is missing.");
        }
        return parts.stream().map(part -> load(part, new CityFolder(path))).toList();
    }

    private String load(CityPart part, CityFolder from) {
        var what = part.load(from);
        loaded(name(part));
        return what;
    }

    /** Remembers that something was taken in once and for all. */
    public void loaded(String part) {
        jdbc.sql("insert into loaded (part, at) values (:part, :at) on conflict (part) do update set at = :at")
                .param("part", part).param("at", Time.sql(time.instant())).update();
    }

    public boolean isLoaded(String part) {
        return jdbc.sql("select count(*) > 0 from loaded where part = :part").param("part", part).query(Boolean.class).single();
    }

    private static String name(CityPart part) {
        return org.springframework.aop.support.AopUtils.getTargetClass(part).getSimpleName();
    }
}
