package city.minsheng.campaign;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.directory.Role;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Ids;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Refusal;
import city.minsheng.workorder.Watching;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提出与审批: what was found is put before a supervisor, who is not the one that found it. */
@Service
public class Initiating {

    /**
     * @param event  the hot spot that it began with, if it did
     * @param orders what belongs to it beside the topic's own: those of the hot spot
     * @param month  any day of the month whose topic it shall be
     */
    public record Proposal(String title, Topic topic, @Nullable Long event, @Nullable List<UUID> orders, String reason, @Nullable LocalDate month) {}

    private static final int MOST = 2000;
    private final Moves moves;
    private final Campaigns campaigns;
    private final Evidence evidence;
    private final Watching watching;
    private final Departments departments;
    private final CitySettings city;
    private final Clock clock;

    Initiating(Moves moves, Campaigns campaigns, Evidence evidence, Watching watching, Departments departments, CitySettings city, Clock clock) {
        this.moves = moves;
        this.campaigns = campaigns;
        this.evidence = evidence;
        this.watching = watching;
        this.departments = departments;
        this.city = city;
        this.clock = clock;
    }

    /** What a proposal would rest on. */
    public Evidence.Shown preview(Proposal proposal, Actor actor) {
        organises(actor);
        check(proposal, new Invalid.Check()).done();
        return evidence.show(proposal.topic(), evidence.gather(proposal.topic(), orders(proposal)));
    }

    @Transactional
    public Campaign propose(Proposal proposal, Actor actor) {
        var role = organises(actor);
        check(proposal, new Invalid.Check().given(proposal.title(), "/title").atMost(proposal.title(), 60, "/title")
                .given(proposal.reason(), "/reason").atMost(proposal.reason(), 2000, "/reason")).done();
        var lines = evidence.gather(proposal.topic(), orders(proposal));
        new Invalid.Check().that(lines.stream().anyMatch(line -> line.back() == 0), "/topic", "nobody-asked").done();
        var now = clock.instant();
        int year = LocalDate.ofInstant(now, city.zone()).getYear();
        var campaign = new Campaign(Ids.next(now), "〔%d〕未诉先办第%d号".formatted(year, campaigns.nextNumber(year)), 1, Status.PROPOSED, proposal.title().strip(),
                proposal.topic(), proposal.event(), proposal.reason().strip(), month(proposal.month()), new Campaign.Plan(null, List.of(), null, "", ""),
                new Campaign.Notice("", null), new Campaign.Card(null, null), new Campaign.Decision(actor.username(), now, null, null), null, null, null, "", null);
        monthly(() -> moves.proposed(campaign, role, actor));
        evidence.keep(campaign.id(), lines);
        return campaigns.get(campaign.id(), actor);
    }

    static void monthly(Runnable work) {
        try {
            work.run();
        } catch (DuplicateKeyException twice) {
            throw new Refusal("month-taken");
        }
    }

    static @Nullable LocalDate month(@Nullable LocalDate day) {
        return day == null ? null : day.withDayOfMonth(1);
    }

    private Invalid.Check check(Proposal proposal, Invalid.Check check) {
        check.given(proposal.topic(), "/topic");
        if (proposal.topic() != null) {
            proposal.topic().check(check);
            check.that(proposal.topic().area().isEmpty() || departments.area(proposal.topic().area()).isPresent(), "/topic/area", "unknown-area");
        }
        var orders = orders(proposal);
        return check.that(orders.size() <= MOST && watching.rows(orders).keySet().containsAll(orders), "/orders", "unknown-order");
    }

    private static List<UUID> orders(Proposal proposal) {
        return proposal.orders() == null ? List.of() : proposal.orders();
    }

    private static Role organises(Actor actor) {
        return actor.roles().stream().filter(role -> role == Role.ANALYST || role == Role.SUPERVISOR).findFirst().orElseThrow(() -> new NotYours("wrong-role-here"));
    }

    /** By somebody else: the database says so too. */
    @Transactional
    public Campaign approve(UUID id, @Nullable String words, Actor actor) {
        return decide(id, Action.APPROVE, new Invalid.Check().atMost(words, 1000, "/words"), words, actor);
    }

    @Transactional
    public Campaign decline(UUID id, @Nullable String words, Actor actor) {
        return decide(id, Action.DECLINE, new Invalid.Check().given(words, "/words").atMost(words, 1000, "/words"), words, actor);
    }

    private Campaign decide(UUID id, Action action, Invalid.Check check, @Nullable String words, Actor actor) {
        check.done();
        return moves.act(id, action, actor, on -> {
            if (on.campaign().decision().proposedBy().equals(actor.username())) {
                throw new NotYours("own-proposal");
            }
            campaigns.decided(id, actor.username(), on.now());
            return words == null ? "" : words.strip();
        });
    }
}
