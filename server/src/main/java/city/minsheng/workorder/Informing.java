package city.minsheng.workorder;

import city.minsheng.catalogue.ClockKind;
import city.minsheng.directory.Role;
import city.minsheng.platform.Invalid;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 待补充 and 补充: what is missing is asked for; what somebody wants to add is taken at any time. */
@Service
public class Informing {

    public record Question(String question) {}

    public record Information(String text) {}

    private final Acts acts;

    Informing(Acts acts) {
        this.acts = acts;
    }

    @Transactional
    public WorkOrder ask(On on, Question question) {
        new Invalid.Check().given(question.question(), "/question").atMost(question.question(), 500, "/question").done();
        return acts.act(on, Action.ASK_FOR_INFORMATION, act -> {
            act.because(question.question()).stop(ClockKind.DISPATCH);
            acts.start(act, ClockKind.INFORMATION, Holder.role(Role.AGENT));
        });
    }

    @Transactional
    public WorkOrder add(On on, Information information) {
        new Invalid.Check().given(information.text(), "/text").atMost(information.text(), 2000, "/text").done();
        return acts.act(on, Action.ADD_INFORMATION, act -> {
            act.because(information.text());
            if (act.before().status() == Status.WAITING_FOR_INFORMATION) {
                act.stop(ClockKind.INFORMATION);
                acts.start(act, ClockKind.DISPATCH, Holder.role(Role.DISPATCHER));
            }
        });
    }
}
