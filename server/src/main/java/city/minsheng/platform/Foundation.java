package city.minsheng.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Lays the ground in its order: data folder, database, the city's schema, keys, the clock. */
@Configuration(proxyBeanMethods = false)
class Foundation {

    private static final Logger LOG = LoggerFactory.getLogger(Foundation.class);

    @Bean
    DataFolder dataFolder(@Value("${minsheng.data}") String path) {
        return DataFolder.of(path);
    }

    @Bean
    CityFolder cityFolder(@Value("${minsheng.city-folder:}") String chosen, @Value("${minsheng.sample-city:cities/dingzhou}") String sample)
            throws IOException {
        var folder = Path.of(chosen.isBlank() ? sample : chosen).toAbsolutePath().normalize();
        if (!Files.exists(folder.resolve("city.yaml"))) {
            throw new IOException("There is no city in " + folder + ": its file city.yaml is missing.");
        }
        return new CityFolder(folder);
    }

    @Bean
    CitySettings citySettings(CityFolder folder) throws IOException {
        try (var in = Files.newInputStream(folder.path().resolve("city.yaml"))) {
            return CitySettings.of(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        }
    }

    @Bean
    Cities cities(DataFolder folder, CitySettings city, @Value("${minsheng.schema:}") String chosen,
            @Value("${minsheng.database:}") String url, @Value("${minsheng.connections:24}") int connections)
            throws IOException, InterruptedException {
        var schema = (chosen.isBlank() ? city.code() : chosen).replaceAll("[^a-z0-9_]", "_");
        if (!url.isBlank()) {
            return open(new Cities(city.code(), schema, url, "", "", connections), city, schema);
        }
        var server = PgServer.start(folder);
        SpringApplication.getShutdownHandlers().add(() -> stop(server)); // after everything that needs it
        return open(new Cities(city.code(), schema, server.url(), "minsheng", server.password(), connections), city, schema);
    }

    private static Cities open(Cities cities, CitySettings city, String schema) throws IOException {
        var source = cities.dataSource(city.code());
        org.springframework.jdbc.core.simple.JdbcClient.create(source).sql("create schema if not exists " + schema).update();
        Migrations.run(schema, source);
        return cities;
    }

    private static void stop(PgServer server) {
        try {
            server.close();
        } catch (IOException | InterruptedException e) {
            LOG.warn("PostgreSQL did not stop: {}", e.toString());
        }
    }

    @Bean
    DataSource dataSource(Cities cities, CitySettings city) {
        return cities.dataSource(city.code());
    }

    @Bean
    Secrets secrets(DataFolder folder) throws IOException {
        return Secrets.in(folder);
    }

    @Bean
    Time time(@Value("${minsheng.test-clock:}") String start) {
        var time = new Time();
        if (!start.isBlank()) {
            time.set(OffsetDateTime.parse(start).toInstant());
        }
        return time;
    }
}
