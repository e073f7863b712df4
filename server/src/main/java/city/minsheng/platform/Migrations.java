package city.minsheng.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings a city's schema to what the program expects: one history for each room, in {@code db/migration/<room>}.
 *
 * <p>A start that finds the digest of all files noted down does nothing more.
 */
public final class Migrations {

    private Migrations() {}

    public static void run(String schema, DataSource source) throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql");
        Arrays.sort(files, Comparator.comparing(Migrations::path));
        var digest = digest(files);
        if (isDone(source, digest)) {
            return;
        }
        for (var room : Arrays.stream(files).map(Migrations::room).distinct().toList()) {
            Flyway.configure().dataSource(source).schemas(schema).defaultSchema(schema)
                    .locations("classpath:db/migration/" + room).table("flyway_" + room)
                    .baselineOnMigrate(true).baselineVersion("0").load().migrate();
        }
        JdbcClient.create(source).sql("insert into migrated (digest) values (:digest) on conflict do nothing")
                .param("digest", digest).update();
    }

    private static boolean isDone(DataSource source, String digest) {
        var jdbc = JdbcClient.create(source);
        boolean known = jdbc.sql("select to_regclass('migrated') is not null").query(Boolean.class).single();
        return known && jdbc.sql("select count(*) > 0 from migrated where digest = :digest").param("digest", digest)
                .query(Boolean.class).single();
    }

    private static String room(Resource file) {
        var parts = path(file).split("/");
        return parts[parts.length - 2];
    }

    private static String path(Resource file) {
        try {
            var url = file.getURL().toString();
            return url.substring(url.indexOf("db/migration/"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String digest(Resource[] files) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                digest.update(path(file).getBytes(StandardCharsets.UTF_8));
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
