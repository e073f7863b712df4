package city.minsheng.workorder;

import city.minsheng.catalogue.ClockKind;
import city.minsheng.directory.Role;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 反馈: the department says what it found, what it did, and what the citizen shall be told. */
@Service
public class Replying {

    /** Is what was said true? */
    public enum Factual { TRUE, PARTLY, FALSE }

    /**
     * @param whyNot   where it is not wholly solved
     * @param basis    law, document or duty list that the answer rests on
     * @param answer   what the citizen will read
     * @param internal what only the hotline reads
     * @param plan     where it is objectively constrained: what will be done
     * @param reviewOn and when it is looked at again
     */
    public record Reply(@Nullable Instant contactedAt, Accepting.@Nullable How contactHow, Factual factual, Result result,
            @Nullable String whyNot, @Nullable String basis, String answer, @Nullable String internal,
            @Nullable String plan, @Nullable LocalDate reviewOn) {}

    private static final Set<Result> NOT_SOLVED = EnumSet.complementOf(EnumSet.of(Result.RESOLVED));
    private final Acts acts;
    private final JdbcClient jdbc;

    Replying(Acts acts, JdbcClient jdbc) {
        this.acts = acts;
        this.jdbc = jdbc;
    }

    @Transactional
    public WorkOrder reply(On on, Reply reply) {
        return acts.act(on, Action.REPLY, act -> {
            check(reply, act);
            if (reply.contactedAt() != null) {
                Accepting.first(act, reply.contactedAt());
            }
            act.stopAll() // the department has said its word; helpers who have not are named in the timeline
                    .set(Fact.RESULT, reply.result()).set(Fact.ANSWER, reply.answer().strip())
                    .set(Fact.REVIEW_ON, reply.reviewOn()).set(Fact.EXTENSION_ASKED, null)
                    .note("result", reply.result().name()).note("factual", reply.factual().name());
            acts.start(act, ClockKind.REVIEW, Holder.role(Role.REVIEWER));
            act.afterwards(() -> insert(act, reply));
        });
    }

    private static void check(Reply reply, Act act) {
        boolean contacted = reply.contactedAt() != null || act.before().get(Fact.CONTACTED_AT) != null;
        boolean constrained = reply.result() == Result.CONSTRAINED;
        new Invalid.Check()
                .given(reply.factual(), "/factual").given(reply.result(), "/result")
                .given(reply.answer(), "/answer").atMost(reply.answer(), 10000, "/answer")
                .that(contacted, "/contactedAt", "contact-first")
                .that(reply.contactedAt() == null || !reply.contactedAt().isAfter(act.now()), "/contactedAt", "in-future")
                .that(reply.contactedAt() == null || reply.contactHow() != null, "/contactHow", "required")
                .that(!NOT_SOLVED.contains(reply.result()) || filled(reply.whyNot()), "/whyNot", "why-not-solved")
                .that(!constrained || filled(reply.plan()), "/plan", "plan-needed")
                .that(!constrained || reply.reviewOn() != null, "/reviewOn", "required")
                .that(reply.reviewOn() == null || reply.reviewOn().isAfter(LocalDate.ofInstant(act.now(), java.time.ZoneOffset.UTC)), "/reviewOn", "in-past")
                .atMost(reply.whyNot(), 1000, "/whyNot").atMost(reply.basis(), 500, "/basis")
                .atMost(reply.internal(), 2000, "/internal").atMost(reply.plan(), 1000, "/plan").done();
    }

    private static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private void insert(Act act, Reply reply) {
        jdbc.sql("""
                        insert into reply (order_id, seq, department, by, at, contacted_at, contact_how, factual, result,
                                           why_not, basis, answer, internal, plan, review_on)
                        values (:order, :seq, :department, :by, :at, :contactedAt, :how, :factual, :result,
                                :whyNot, :basis, :answer, :internal, :plan, :reviewOn)
                        """)
                .param("order", act.before().id()).param("seq", act.after().version()).param("department", act.before().lead())
                .param("by", act.actor().username()).param("at", Time.sql(act.now()))
                .param("contactedAt", Time.sql(reply.contactedAt())).param("how", reply.contactHow() == null ? null : reply.contactHow().name())
                .param("factual", reply.factual().name()).param("result", reply.result().name()).param("whyNot", reply.whyNot())
                .param("basis", reply.basis()).param("answer", reply.answer().strip()).param("internal", reply.internal())
                .param("plan", reply.plan()).param("reviewOn", reply.reviewOn()).update();
    }
}
