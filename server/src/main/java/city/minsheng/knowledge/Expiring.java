package city.minsheng.knowledge;

import city.minsheng.directory.Actor;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Job;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 到期: expires what has run out, asks owners whether what is due still holds, reminds them before their time is up and tells
 * the supervisors after it. What is expired is off the desk at its hour whether this has run or not.
 */
@Component
public class Expiring implements Job {

    private final Articles articles;
    private final Shelving shelving;
    private final OwnerClocks clocks;
    private final KnowledgeSettings settings;
    private final CitySettings city;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Expiring(Articles articles, Shelving shelving, OwnerClocks clocks, KnowledgeSettings settings, CitySettings city, JdbcClient jdbc,
            PlatformTransactionManager transactions, Clock clock) {
        this.articles = articles;
        this.shelving = shelving;
        this.clocks = clocks;
        this.settings = settings;
        this.city = city;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "knowledge-expiry";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        var now = clock.instant();
        codes("v.effective_at <= :now and exists (select 1 from article_version o where o.article = v.article and o.version < v.version and o.status in ('PUBLISHED', 'DUE'))", now)
                .forEach(code -> transaction.executeWithoutResult(status -> supersede(code)));
        codes("v.expires_at <= :now", now).forEach(code -> transaction.executeWithoutResult(status -> expire(code)));
        codes("v.status = 'PUBLISHED' and v.review_on <= cast(:today as date)", now).forEach(code -> transaction.executeWithoutResult(status -> fallDue(code)));
        clocks.toRemind(now.plus(Duration.ofDays(settings.remindDays()))).forEach(running -> transaction.executeWithoutResult(status -> remind(running, now)));
        clocks.toReport(now).forEach(running -> transaction.executeWithoutResult(status -> report(running, now)));
    }

    private List<String> codes(String condition, Instant now) {
        return jdbc.sql("select distinct a.code from article_version v join article a on a.id = v.article where v.status in ('PUBLISHED', 'DUE') and " + condition + " limit 1000")
                .param("now", Time.sql(now)).param("today", LocalDate.ofInstant(now, city.zone())).query(String.class).list();
    }

    /** A text that was signed for a later day has begun to hold. */
    private void supersede(String code) {
        articles.lock(code);
        var live = articles.versions(code).stream().filter(version -> version.status().isLive()).toList();
        var now = clock.instant();
        var newest = live.stream().filter(version -> version.isInForce(now)).findFirst();
        live.stream().filter(old -> newest.isPresent() && old.version() < newest.get().version()).forEach(old -> end(old, Status.SUPERSEDED, Action.SUPERSEDE, now));
    }

    private void expire(String code) {
        articles.lock(code);
        var all = articles.versions(code);
        var now = clock.instant();
        all.stream().filter(version -> version.status().isLive() && version.text().expiresAt() != null && !version.text().expiresAt().isAfter(now))
                .forEach(version -> {
                    end(version, Status.EXPIRED, Action.EXPIRE, now);
                    if (isLast(version, all)) {
                        owe(version, now, clocks.due(OwnerClocks.Kind.RENEW, now));
                    }
                });
    }

    private void fallDue(String code) {
        articles.lock(code);
        var all = articles.versions(code);
        var now = clock.instant();
        Shelving.last(all).filter(version -> version.status() == Status.PUBLISHED && version.isInForce(now)
                        && version.text().reviewOn() != null && !version.text().reviewOn().isAfter(LocalDate.ofInstant(now, city.zone())))
                .ifPresent(version -> {
                    articles.setStatus(version.article(), version.version(), Status.DUE, null);
                    shelving.record(version, Status.PUBLISHED, Status.DUE, Action.FALL_DUE, Actor.SYSTEM, "SYSTEM", "", now);
                    owe(version, now, clocks.due(OwnerClocks.Kind.RENEW, now));
                });
    }

    private void owe(Version version, Instant now, Instant due) {
        if (clocks.of(version.article()).stream().noneMatch(running -> running.kind() == OwnerClocks.Kind.RENEW)) {
            clocks.start(OwnerClocks.Kind.RENEW, version.article(), null, version.text().owner(), now, due);
        }
    }

    private void end(Version version, Status to, Action action, Instant now) {
        articles.setStatus(version.article(), version.version(), to, now);
        shelving.record(version, version.status(), to, action, Actor.SYSTEM, "SYSTEM", "", now);
    }

    private static boolean isLast(Version version, List<Version> all) {
        return Shelving.last(all).map(Version::version).filter(last -> last == version.version()).isPresent();
    }

    private void remind(OwnerClocks.Running running, Instant now) {
        clocks.reminded(running.id(), now);
        tell(running, "remind", "DEPARTMENT:" + running.holder(), now);
    }

    private void report(OwnerClocks.Running running, Instant now) {
        clocks.reported(running.id(), now);
        tell(running, "report", "ROLE:SUPERVISOR", now);
    }

    private void tell(OwnerClocks.Running running, String verb, String whom, Instant now) {
        var all = articles.versions(codeOf(running.article()));
        var version = (running.kind() == OwnerClocks.Kind.REVIEW ? Shelving.atWork(all) : Shelving.last(all)).orElse(all.getFirst());
        shelving.tell(version.article(), version.code(), version.version(), version.text(), verb, version.status().name(), whom, now);
    }

    private String codeOf(UUID article) {
        return jdbc.sql("select code from article where id = :id").param("id", article).query(String.class).single();
    }
}
