package city.minsheng.knowledge;

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
 * What the city has decided about its knowledge base, from {@code city.yaml}. All in working days but for the last.
 *
 * @param reviewDays  for the owner to sign or send back a draft
 * @param renewDays   for the owner to say whether an article that is due, or has expired, still holds
 * @param correctDays for the owner to answer a correction
 * @param remindDays  days before any of these runs out at which the owner is reminded
 */
record KnowledgeSettings(int reviewDays, int renewDays, int correctDays, int remindDays) {

    @Configuration(proxyBeanMethods = false)
    static class Of {

        @Bean
        KnowledgeSettings knowledgeSettings(CityFolder folder) throws IOException {
            try (var in = Files.newInputStream(folder.path().resolve("city.yaml"))) {
                Map<String, Object> city = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
                return of(city.get("knowledge") instanceof Map<?, ?> part ? part : Map.of());
            }
        }

        private static KnowledgeSettings of(Map<?, ?> part) {
            return new KnowledgeSettings(number(part, "reviewDays", 3), number(part, "renewDays", 5), number(part, "correctDays", 2), number(part, "remindDays", 1));
        }

        private static int number(Map<?, ?> part, String key, int otherwise) {
            return part.get(key) instanceof Number n ? n.intValue() : otherwise;
        }
    }
}
