package city.minsheng.workorder;

import city.minsheng.platform.Invalid;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What ends a request in the hall itself: 直办, 转紧急热线, 不予受理. */
@Service
public class Answering {

    /**
     * @param template       the answer template that it was taken from
     * @param article        the article of the knowledge base that it was taken from
     * @param articleVersion and the version that was read
     */
    public record Answer(String answer, @Nullable String template, @Nullable String article, @Nullable Integer articleVersion) {

        public Answer(String answer, @Nullable String template) {
            this(answer, template, null, null);
        }
    }

    /** @param service 110, 119, 120 or 122 */
    public record Transfer(String service, @Nullable String note) {}

    /** [WF] art. 19, [BJ] art. 11: not accepted, and which lawful channel there is. */
    /** Why a request is not taken on, each with a lawful way of its own: 国办函〔2025〕66号 (二), [WF] art. 19, [BJ] art. 11. */
    public enum NotAccepted {
        LITIGATION,   // 诉讼、仲裁、行政复议
        DISCIPLINE,   // 纪检监察
        PETITION,     // 信访已受理
        DISCLOSURE,   // 政府信息公开
        SECRET,       // 国家秘密、商业秘密、个人隐私
        INDECENT,     // 违法或违背公序良俗
        OUT_OF_SCOPE  // 不属于政府职责
    }

    public record Decline(NotAccepted reasonCode, String reason, @Nullable String legalChannel) {}

    private static final Set<String> SERVICES = Set.of("110", "119", "120", "122");
    private final Acts acts;
    private final Closing closing;
    private final AnswerSource source;

    Answering(Acts acts, Closing closing, AnswerSource source) {
        this.acts = acts;
        this.closing = closing;
        this.source = source;
    }

    @Transactional
    public WorkOrder answer(On on, Answer answer) {
        new Invalid.Check().given(answer.answer(), "/answer").atMost(answer.answer(), 10000, "/answer")
                .that((answer.article() == null) == (answer.articleVersion() == null), "/articleVersion", "required").done();
        return acts.act(on, Action.ANSWER_DIRECTLY, act -> closing.close(stamped(act, answer), Outcome.ANSWERED_DIRECTLY, answer.answer().strip()));
    }

    /** The answer can be shown as it was given: what it was taken from stands in the step, with its version. */
    private Act stamped(Act act, Answer answer) {
        if (answer.article() != null && answer.articleVersion() != null) {
            source.check(answer.article(), answer.articleVersion());
        }
        return act.note("template", answer.template()).note("article", answer.article()).note("articleVersion", answer.articleVersion())
                .set(Fact.TEMPLATE, answer.template()).set(Fact.ARTICLE, answer.article()).set(Fact.ARTICLE_VERSION, answer.articleVersion());
    }

    @Transactional
    public WorkOrder transfer(On on, Transfer transfer) {
        new Invalid.Check().that(transfer.service() != null && SERVICES.contains(transfer.service()), "/service", "choice").atMost(transfer.note(), 500, "/note").done();
        return acts.act(on, Action.TRANSFER_EMERGENCY, act -> closing.close(
                act.because(transfer.note()).note("service", transfer.service()),
                Outcome.TRANSFERRED, "已转接 " + transfer.service() + "，由其受理。"));
    }

    @Transactional
    public WorkOrder decline(On on, Decline decline) {
        new Invalid.Check().given(decline.reasonCode(), "/reasonCode").given(decline.reason(), "/reason")
                .atMost(decline.reason(), 1000, "/reason").atMost(decline.legalChannel(), 500, "/legalChannel").done();
        var channel = decline.legalChannel() == null || decline.legalChannel().isBlank() ? "" : " " + decline.legalChannel().strip();
        return acts.act(on, Action.DECLINE, act -> closing.close(
                act.because(decline.reason()).note("reasonCode", decline.reasonCode().name()).note("legalChannel", decline.legalChannel()),
                Outcome.NOT_ACCEPTED, decline.reason().strip() + channel));
    }
}
