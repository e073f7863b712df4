package city.minsheng.telephony;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.DataFolder;
import city.minsheng.platform.Ids;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Job;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 录音: hashed when they come, indexed, kept by a rule, played with a reason that is written down first. */
@Service
public class Recordings implements Job {

    /** @param seconds null while it runs */
    public record Recording(UUID id, UUID call, Instant begunAt, @Nullable Integer seconds, String state) {}

    public record Play(UUID play, String src) {}

    private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
    private static final Duration PLAYABLE = Duration.ofMinutes(15);
    private final JdbcClient jdbc;
    private final HallSettings settings;
    private final Path folder;
    private final Clock clock;

    Recordings(JdbcClient jdbc, Environment properties, DataFolder data, Clock clock) {
        this.jdbc = jdbc;
        this.settings = HallSettings.of(properties);
        var chosen = properties.getProperty("minsheng.telephony.recordings", "");
        this.folder = chosen.isBlank() ? data.file("recordings") : Path.of(chosen);
        this.clock = clock;
    }

    /** Where recordings are written. */
    public Path folder() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Told by the switch; the hash is taken from the file as it lies there. */
    void ended(String name, @Nullable Path file, @Nullable Duration length, @Nullable String why) {
        var hash = file == null ? null : hash(file);
        boolean kept = file != null && hash != null;
        jdbc.sql("""
                        update recording set state = :state, file = :file, seconds = :seconds, bytes = :bytes, sm3 = :sm3, why = :why, keep_until = :until
                         where name = :name and state = 'RUNNING'
                        """)
                .param("state", kept ? "KEPT" : "FAILED").param("file", kept ? file.toString() : null)
                .param("seconds", length == null ? null : (int) length.toSeconds()).param("bytes", kept ? size(file) : null).param("sm3", hash)
                .param("why", kept ? null : why == null ? "the file is not there" : why)
                .param("until", kept ? Time.sql(clock.instant().plus(Duration.ofDays(settings.recordingDays()))) : null).param("name", name).update();
    }

    static @Nullable String hash(Path file) {
        try (var in = Files.newInputStream(file)) {
            var digest = new SM3Digest();
            var buffer = new byte[65_536];
            for (int read; (read = in.read(buffer)) > 0; ) {
                digest.update(buffer, 0, read);
            }
            var out = new byte[digest.getDigestSize()];
            digest.doFinal(out, 0);
            return HexFormat.of().formatHex(out);
        } catch (IOException e) {
            return null;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Whether there is room for more; a full disk stops recordings, never calls. */
    boolean hasRoom() {
        try {
            return Files.getFileStore(folder()).getUsableSpace() >= settings.freeMegabytes() * 1_000_000;
        } catch (IOException | UncheckedIOException e) {
            LOG.error("recordings={} cannot be written: {}", folder, e.toString());
            return false;
        }
    }

    public List<Recording> of(UUID call) {
        return jdbc.sql("select id, call_id, begun_at, seconds, state from recording where call_id = :call order by begun_at").param("call", call)
                .query((row, n) -> new Recording(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, OffsetDateTime.class).toInstant(),
                        (Integer) row.getObject(4), row.getString(5))).list();
    }

    /** Writes down who hears it and why; the own call of the last day needs no words. */
    @Transactional
    public Play play(UUID recording, @Nullable String reason, @Nullable UUID order, Actor actor) {
        record Row(String state, @Nullable String person, Instant begun) {}
        var row = jdbc.sql("select r.state, case when c.direction = 'OUT' and c.seat is null then null else c.username end, r.begun_at from recording r join phone_call c on c.id = r.call_id where r.id = :id").param("id", recording)
                .query((r, n) -> new Row(r.getString(1), r.getString(2), r.getObject(3, OffsetDateTime.class).toInstant())).optional()
                .orElseThrow(() -> new NotFound("recording", recording));
        boolean own = actor.username().equals(row.person());
        boolean fresh = row.begun().isAfter(clock.instant().minus(Duration.ofDays(1)));
        mayHear(actor, own);
        if (!row.state().equals("KEPT")) {
            throw new NotFound("recording", recording);
        }
        var why = reason == null ? "" : reason.strip();
        new Invalid.Check().that(own && fresh || why.length() >= 2, "/reason", "required").atMost(why, 200, "/reason").done();
        var id = Ids.next(clock.instant());
        jdbc.sql("insert into recording_play (id, recording_id, username, reason, order_id, at) values (:id, :recording, :who, :reason, :order, :at)")
                .param("id", id).param("recording", recording).param("who", actor.username()).param("reason", why.isEmpty() ? "own call" : why)
                .param("order", order).param("at", Time.sql(clock.instant())).update();
        return new Play(id, "/api/telephony/plays/" + id);
    }

    private static void mayHear(Actor actor, boolean own) {
        boolean allowed = own || actor.is(Role.SUPERVISOR) || actor.is(Role.REVIEWER) || actor.is(Role.FOLLOW_UP_CALLER) || actor.is(Role.DISPATCHER);
        if (!allowed) {
            throw new NotYours("wrong-role-here");
        }
    }

    /** The file of a play: for the one who asked, for a quarter of an hour. */
    public Path file(UUID play, Actor actor) {
        return jdbc.sql("""
                        select r.file from recording_play p join recording r on r.id = p.recording_id
                         where p.id = :play and p.username = :who and p.at > :since and r.state = 'KEPT'
                        """).param("play", play).param("who", actor.username()).param("since", Time.sql(clock.instant().minus(PLAYABLE)))
                .query(String.class).optional().map(Path::of).filter(Files::isReadable).orElseThrow(() -> new NotFound("play", play));
    }

    @Override
    public String name() {
        return "recordings";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** Deletes what the rule no longer keeps, unless somebody holds it. The row stays and says so. */
    @Override
    public void run() {
        record Due(UUID id, String file) {}
        jdbc.sql("select id, file from recording where state = 'KEPT' and keep_until <= :now and held_by is null limit 1000")
                .param("now", Time.sql(clock.instant())).query((row, n) -> new Due(row.getObject(1, UUID.class), row.getString(2))).list()
                .forEach(due -> {
                    try {
                        Files.deleteIfExists(Path.of(due.file()));
                        jdbc.sql("update recording set state = 'DELETED', why = 'retention' where id = :id").param("id", due.id()).update();
                    } catch (IOException e) {
                        LOG.warn("recording={} cannot be deleted: {}", due.id(), e.toString());
                    }
                });
    }
}
