package city.minsheng.supervision;

import city.minsheng.catalogue.Amending;
import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Clause;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.platform.Refusal;
import city.minsheng.workorder.Action;
import city.minsheng.workorder.Experience;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Step;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 派单异议: both claims, the clause, and how the like was ruled before. A ruling can become a clause, so that the quarrel does not return. */
@Service
public class Disputing {

    /** What one side says. */
    public record Claim(String by, @Nullable String departmentName, Instant at, String reason, String basis, @Nullable String suggestedName) {}

    /** @param dispatched what the dispatcher said @param returned what the department says against it */
    public record Dispute(UUID order, @Nullable Claim dispatched, @Nullable Claim returned, List<Clause> clauses, List<Ruled> rulings) {}

    public record Ruled(String number, String action, @Nullable String departmentName, @Nullable String fromName, String reason, Instant at) {}

    private final Reading reading;
    private final Experience experience;
    private final Catalogue catalogue;
    private final Amending amending;
    private final Departments departments;

    Disputing(Reading reading, Experience experience, Catalogue catalogue, Amending amending, Departments departments) {
        this.reading = reading;
        this.experience = experience;
        this.catalogue = catalogue;
        this.amending = amending;
        this.departments = departments;
    }

    public Dispute of(UUID id, Actor actor) {
        var order = reading.get(id, actor);
        var steps = reading.steps(id);
        var rulings = order.category() == null ? List.<Experience.Ruling>of() : experience.rulings(order.category(), id);
        return new Dispute(id, claim(steps, List.of(Action.DISPATCH, Action.REASSIGN)), claim(steps, List.of(Action.RETURN)),
                catalogue.responsible(order.category(), order.area()).stream().limit(3).toList(),
                rulings.stream().map(r -> new Ruled(r.number(), r.action().name(), departments.nameOf(r.department()), departments.nameOf(r.from()), r.reason(), r.at())).toList());
    }

    private @Nullable Claim claim(List<Step> steps, List<Action> actions) {
        return steps.reversed().stream().filter(step -> actions.contains(step.action())).findFirst()
                .map(step -> new Claim(step.actorName(), departments.nameOf(step.department()), step.at(), step.reason(), step.data().path("basis").asString(""),
                        departments.nameOf(step.data().path("suggested").asString(null)))).orElse(null);
    }

    /** After the ruling: the order's department becomes the one of its category, in its area or in the whole city. */
    public Clause becomesClause(UUID id, boolean wholeCity, Actor actor) {
        var order = reading.get(id, actor);
        var ruling = reading.steps(id).reversed().stream().filter(step -> step.action() == Action.REASSIGN || step.action() == Action.BIND).findFirst()
                .orElseThrow(() -> new Refusal("no-ruling"));
        if (order.category() == null || order.lead() == null) {
            throw new Refusal("no-ruling");
        }
        return amending.amend(new Amending.Wish(order.category(), wholeCity ? null : order.area(), order.lead(),
                "裁定（工单 %s）：%s".formatted(order.number(), ruling.reason())));
    }
}
