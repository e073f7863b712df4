package city.minsheng.campaign;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.knowledge.Text;
import city.minsheng.knowledge.Writing;
import city.minsheng.platform.Invalid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 办结: the effect as it is counted now is kept, and what was learned becomes the draft of an article. */
@Service
public class Concluding {

    /** 口径 for a call on the topic. @param place where the campaign was; empty for the whole city */
    public record Script(UUID campaign, String number, String title, String category, String area, List<String> words, String script, Status status, @Nullable String article) {}

    private static final Duration REMEMBERED = Duration.ofDays(365);
    private final Moves moves;
    private final Campaigns campaigns;
    private final Measuring measuring;
    private final Writing writing;
    private final Departments departments;
    private final Clock clock;

    Concluding(Moves moves, Campaigns campaigns, Measuring measuring, Writing writing, Departments departments, Clock clock) {
        this.moves = moves;
        this.campaigns = campaigns;
        this.measuring = measuring;
        this.writing = writing;
        this.departments = departments;
        this.clock = clock;
    }

    /** @param script what agents say from now on; where none is given the old one stays */
    @Transactional
    public Campaign close(UUID id, @Nullable String conclusion, @Nullable String script, Actor actor) {
        new Invalid.Check().given(conclusion, "/conclusion").atMost(conclusion, 2000, "/conclusion").atMost(script, 500, "/script").done();
        return moves.act(id, Action.CLOSE, actor, on -> {
            var campaign = on.campaign();
            var calls = measuring.calls(campaign);
            var effect = measuring.count(campaign, calls);
            var within = calls.stream().filter(call -> Effect.period(effect.spans(), call.day()) != null).toList();
            measuring.keep(id, within, effect.spans());
            campaigns.closed(id, conclusion.strip(), effect, on.now());
            var said = Objects.requireNonNullElse(Moves.stripped(script), campaign.plan().script());
            campaigns.scripted(id, said);
            campaigns.drafted(id, writing.begin(article(campaign, conclusion.strip(), said), new Writing.Origin("CAMPAIGN", null), actor));
            return conclusion.strip();
        });
    }

    private static Text article(Campaign campaign, String conclusion, String script) {
        var topic = campaign.topic();
        return new Text(campaign.title(), topic.words(), script.isEmpty() ? conclusion : script, "", campaign.notice().words(), conclusion, "", "", "",
                Objects.requireNonNull(campaign.plan().lead()), topic.category(), topic.area(), "", true, null, null, null);
    }

    /** Of campaigns that run, and of those that were closed within a year. */
    public List<Script> scripts() {
        var since = clock.instant().minus(REMEMBERED);
        return campaigns.all().stream().filter(one -> !one.plan().script().isEmpty()).filter(one -> isTold(one, since))
                .map(one -> new Script(one.id(), one.number(), one.title(), one.topic().category(), departments.area(one.topic().area()).isPresent() ? one.topic().area() : "",
                        one.topic().words(), one.plan().script(), one.status(), one.article())).toList();
    }

    private static boolean isTold(Campaign one, Instant since) {
        return one.status() == Status.RUNNING || one.status() == Status.MONITORING || one.closedAt() != null && one.closedAt().isAfter(since);
    }
}
