package city.minsheng.workorder.web;

import city.minsheng.directory.Actor;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Words;
import city.minsheng.workorder.Accepting;
import city.minsheng.workorder.Avoiding;
import city.minsheng.workorder.Closing;
import city.minsheng.workorder.Dispatching;
import city.minsheng.workorder.On;
import city.minsheng.workorder.Reviewing;
import city.minsheng.workorder.Urging;
import city.minsheng.workorder.WorkOrder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One act on many orders, each in its own transaction; each says for itself whether it was done. */
@RestController
class BatchController {

    record Target(UUID id, int version) {}

    /** @param department for a dispatch: to whom, all of them @param way for a reminder */
    record Batch(String verb, List<Target> orders, @Nullable String text, @Nullable String department, Urging.@Nullable Way way) {}

    record Done(UUID id, boolean ok, @Nullable Integer version, @Nullable String problem) {}

    private static final int MOST = 100;
    private final Map<String, Function<Batch, Function<On, WorkOrder>>> verbs;
    private final Words words;

    BatchController(Avoiding avoiding, Dispatching dispatching, Accepting accepting, Urging urging, Reviewing reviewing, Closing closing, Words words) {
        this.words = words;
        this.verbs = Map.of(
                "dispatch", batch -> on -> {
                    avoiding.check(on.order(), batch.department(), batch.text());
                    return dispatching.dispatch(on, new Dispatching.Dispatch(batch.department(), List.of(), batch.text(), null));
                },
                "accept", batch -> accepting::accept,
                "remind", batch -> on -> urging.remind(on, new Urging.Reminder(batch.text(), batch.way())),
                "approve", batch -> on -> reviewing.approve(on, new Reviewing.Approval(batch.text())),
                "archive", batch -> closing::archive);
    }

    @PostMapping("/api/work-orders/batch")
    List<Done> batch(@RequestBody Batch batch, @AuthenticationPrincipal Actor actor) {
        new Invalid.Check().that(batch.verb() != null && verbs.containsKey(batch.verb()), "/verb", "choice")
                .that(batch.orders() != null && !batch.orders().isEmpty() && batch.orders().size() <= MOST, "/orders", "between", 1, MOST)
                .that(batch.orders() == null || batch.orders().stream().noneMatch(order -> order == null || order.id() == null), "/orders", "required")
                .that(!"dispatch".equals(batch.verb()) || batch.department() != null && !batch.department().isBlank(), "/department", "required").done();
        var work = verbs.get(batch.verb()).apply(batch);
        return batch.orders().stream().map(target -> one(target, actor, work)).toList();
    }

    private Done one(Target target, Actor actor, Function<On, WorkOrder> work) {
        try {
            return new Done(target.id(), true, work.apply(new On(target.id(), actor, target.version())).version(), null);
        } catch (Refusal refusal) {
            return new Done(target.id(), false, null, words.say("problem." + refusal.code(), refusal.arguments()));
        } catch (NotFound missing) {
            return new Done(target.id(), false, null, words.say("problem.not-found"));
        }
    }
}
