package city.minsheng.knowledge;

import city.minsheng.platform.Promise;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recomputes the articles from their steps, and shows that whatever waits for a department has a clock. Changes nothing. */
@Component
class KnowledgeProof implements Promise {

    private final JdbcClient jdbc;
    private final Articles articles;

    KnowledgeProof(JdbcClient jdbc, Articles articles) {
        this.jdbc = jdbc;
        this.articles = articles;
    }

    @Override
    public String name() {
        return "every article is what its steps say, and whatever waits for its owner has a running clock";
    }

    @Override
    public long check(Consumer<Lie> lies) {
        var codes = jdbc.sql("select code from article order by code").query(String.class).list();
        codes.forEach(code -> check(code, what -> lies.accept(new Lie(code, what))));
        corrections(lies);
        return codes.size();
    }

    private void check(String code, Consumer<String> lie) {
        var all = articles.versions(code);
        if (all.isEmpty()) {
            lie.accept("has no version");
            return;
        }
        UUID id = all.getFirst().article();
        var told = new HashMap<Integer, @Nullable Status>();
        int seq = 0;
        for (var step : articles.steps(id)) {
            if (step.seq() != ++seq) {
                lie.accept("step " + seq + " is missing");
                return;
            }
            if (!Objects.equals(step.from(), told.get(step.version())) || !Lifecycle.leads(step.from(), step.action(), step.to())) {
                lie.accept("step %d: %s of version %d from %s to %s is in no rule".formatted(seq, step.action(), step.version(), step.from(), step.to()));
            }
            told.put(step.version(), step.to());
        }
        if (all.getFirst().revision() != seq) {
            lie.accept("is at revision %d, its last step is %d".formatted(all.getFirst().revision(), seq));
        }
        all.stream().filter(version -> version.status() != told.get(version.version()))
                .forEach(version -> lie.accept("version %d is %s, its steps say %s".formatted(version.version(), version.status(), told.get(version.version()))));
        clocks(id, all, lie);
    }

    private void clocks(UUID id, java.util.List<Version> all, Consumer<String> lie) {
        var running = new HashSet<>(jdbc.sql("select kind from knowledge_clock where article = :id and stopped_at is null").param("id", id).query(String.class).list());
        boolean inReview = Shelving.atWork(all).filter(version -> version.status() == Status.IN_REVIEW).isPresent();
        if (inReview != running.contains("REVIEW")) {
            lie.accept(inReview ? "is in review and has no clock" : "is in nobody's review and has a clock for it");
        }
        var last = Shelving.last(all).map(Version::status);
        boolean owed = last.filter(status -> status == Status.DUE || status == Status.EXPIRED).isPresent();
        if (owed != running.contains("RENEW")) {
            lie.accept(owed ? "is " + last.get() + " and has no clock" : "need not be renewed and has a clock for it");
        }
    }

    private void corrections(Consumer<Lie> lies) {
        jdbc.sql("""
                        select c.id::text from correction c
                         where (c.state = 'OPEN') <> exists (select 1 from knowledge_clock k where k.correction = c.id and k.stopped_at is null)
                        """).query(String.class).list().forEach(id -> lies.accept(new Lie("correction " + id, "has no clock, or one that runs on")));
    }
}
