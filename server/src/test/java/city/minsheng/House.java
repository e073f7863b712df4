package city.minsheng;

import city.minsheng.platform.DataFolder;
import city.minsheng.platform.PgServer;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** One embedded PostgreSQL for all tests of this JVM; a schema, empty at first, for each house that is started. */
public final class House {

    public static final String DATA = "target/test-data";
    private static @Nullable PgServer server;

    private House() {}

    /** What every test house is started with. */
    public static String[] properties(String schema) {
        return new String[] {"minsheng.data=" + DATA, "minsheng.schema=" + schema, "minsheng.demo=true", "minsheng.demo-days=0", "minsheng.learning=false",
            "minsheng.sample-city=../cities/dingzhou", "springdoc.use-fqn=true", "minsheng.connections=16", "server.port=0", "server.address=127.0.0.1"};
    }

    public static synchronized PgServer database() {
        try {
            if (server == null) {
                var started = PgServer.start(DataFolder.of(DATA));
                SpringApplication.getShutdownHandlers().add(() -> stop(started)); // after the houses: they cannot close without it
                server = started;
            }
            return server;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop(PgServer started) {
        try {
            started.close();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes away what an earlier run left. */
    public static void clear(String schema) {
        var running = database();
        try (var connection = DriverManager.getConnection(running.url(), "minsheng", running.password()); var statement = connection.createStatement()) {
            statement.execute("alter role minsheng set synchronous_commit = off"); // tests need not survive a power cut
            statement.execute("drop schema if exists " + schema + " cascade");
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static final class Factory implements ContextCustomizerFactory {

        @Override
        public ContextCustomizer createContextCustomizer(Class<?> test, List<ContextConfigurationAttributes> attributes) {
            var house = TestContextAnnotationUtils.findMergedAnnotation(test, HouseTest.class);
            return house == null ? null : new Schema(house.value(), List.of(house.properties()));
        }
    }

    private record Schema(String name, List<String> more) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            clear(name);
            TestPropertyValues.of(properties(name)).and(more.toArray(String[]::new)).applyTo(context);
        }
    }
}
