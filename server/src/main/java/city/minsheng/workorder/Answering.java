package city.minsheng.workorder;

import city.minsheng.platform.Invalid;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What ends a request in the hall itself: 直办, 转紧急热线, 不予受理. */
@Service
public class Answering {

    /** @param template the answer template that it was taken from */
    public record Answer(String answer, @Nullable String template) {}

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

    Answering(Acts acts, Closing closing) {
        this.acts = acts;
        this.closing = closing;
    }

    @Transactional
    public WorkOrder answer(On on, Answer answer) {
        new Invalid.Check().given(answer.answer(), "/answer").atMost(answer.answer(), 10000, "/answer").done();
        return acts.act(on, Action.ANSWER_DIRECTLY, act -> closing.close(
                act.note("template", answer.template()).set(Fact.TEMPLATE, answer.template()),
                Outcome.ANSWERED_DIRECTLY, answer.answer().strip()));
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
