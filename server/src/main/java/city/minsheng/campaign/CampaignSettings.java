package city.minsheng.campaign;

import city.minsheng.platform.CityFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the city has decided about its campaigns, from {@code city.yaml}.
 *
 * @param sweepDays   working days in which a place is looked at
 * @param fixDays     working days in which what was found is mended
 * @param remindDays  days before either runs out at which the department is reminded
 * @param compareDays days before and after the sweep whose calls are compared
 */
record CampaignSettings(int sweepDays, int fixDays, int remindDays, int compareDays) {

    @Configuration(proxyBeanMethods = false)
    static class Of {

        @Bean
        CampaignSettings campaignSettings(CityFolder folder) throws IOException {
            try (var in = Files.newInputStream(folder.path().resolve("city.yaml"))) {
                Map<String, Object> city = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
                var part = city.get("campaign") instanceof Map<?, ?> map ? map : Map.of();
                return new CampaignSettings(number(part, "sweepDays", 10), number(part, "fixDays", 15), number(part, "remindDays", 2), number(part, "compareDays", 30));
            }
        }

        private static int number(Map<?, ?> part, String key, int otherwise) {
            return part.get(key) instanceof Number n ? n.intValue() : otherwise;
        }
    }
}
