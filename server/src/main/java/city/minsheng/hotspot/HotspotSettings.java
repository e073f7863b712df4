package city.minsheng.hotspot;

import city.minsheng.platform.CityFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the city has decided about its alarms, from {@code city.yaml} and {@code seasons.csv}.
 *
 * @param suddenCallers different callers of one event
 * @param suddenWithin  and in what time
 * @param surprise      how unlikely that must be after the place's own history
 * @param slowCallers   different callers in three weeks of which none has fewer than the one before
 */
record HotspotSettings(int suddenCallers, Duration suddenWithin, double surprise, int slowCallers, List<Season> seasons) {

    /** 季节性问题. @param leadDays how long before its begin somebody should prepare */
    record Season(String code, String name, String english, String category, MonthDay onset, int leadDays) {}

    @Configuration(proxyBeanMethods = false)
    static class Of {

        @Bean
        HotspotSettings hotspotSettings(CityFolder folder) throws IOException {
            try (var in = Files.newInputStream(folder.path().resolve("city.yaml"))) {
                Map<String, Object> city = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
                var part = city.get("hotspot") instanceof Map<?, ?> map ? map : Map.of();
                return new HotspotSettings((int) number(part, "suddenCallers", 3), Duration.ofMinutes((long) (60 * number(part, "suddenHours", 2))),
                        number(part, "surprise", 0.001), (int) number(part, "slowCallers", 6), seasons(folder));
            }
        }

        private static List<Season> seasons(CityFolder folder) {
            return !folder.has("seasons.csv") ? List.of() : folder.rows("seasons.csv").stream().map(row -> new Season(row.get("code"), row.get("name"), row.text("english"),
                    row.get("category"), MonthDay.parse("--" + row.get("onset")), Integer.parseInt(row.get("lead_days")))).toList();
        }

        private static double number(Map<?, ?> part, String key, double otherwise) {
            return part.get(key) instanceof Number n ? n.doubleValue() : otherwise;
        }
    }
}
