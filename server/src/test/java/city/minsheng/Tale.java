package city.minsheng;

import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.catalogue.Limit;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.followup.Calling;
import city.minsheng.intake.Receiving;
import city.minsheng.platform.Time;
import city.minsheng.workorder.Accepting;
import city.minsheng.workorder.Action;
import city.minsheng.workorder.Closing;
import city.minsheng.workorder.Dispatching;
import city.minsheng.workorder.On;
import city.minsheng.workorder.Rating;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Replying;
import city.minsheng.workorder.Result;
import city.minsheng.workorder.Returning;
import city.minsheng.workorder.Reviewing;
import city.minsheng.workorder.Reworking;
import city.minsheng.workorder.Solved;
import city.minsheng.workorder.Status;
import city.minsheng.workorder.WorkOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One order's story, told on a clock that the test moves. Each line is a use case of the house, done by somebody of the sample city. */
public final class Tale {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final Stage stage;
    private Instant now;
    private String channel = "hotline";
    private @Nullable String externalId;
    private String body = "家里暖气不热，只有十四度。";
    private @Nullable UUID id;

    public Tale(Stage stage, Instant now) {
        this.stage = stage;
        this.now = now;
    }

    public static Instant instant(String local) {
        return LocalDateTime.parse(local.length() == 16 ? local + ":00" : local).atZone(ZONE).toInstant();
    }

    public Tale at(String local) {
        now = instant(local);
        return this;
    }

    public Tale later(Duration time) {
        now = now.plus(time);
        return this;
    }

    public Instant now() {
        return now;
    }

    public UUID id() {
        if (id == null) {
            throw new IllegalStateException("not registered yet");
        }
        return id;
    }

    // ---- 受理

    public Tale over(String channel) {
        this.channel = channel;
        return this;
    }

    /** As the channel itself calls it. */
    public Tale known(String externalId) {
        this.externalId = externalId;
        return this;
    }

    public Tale saying(String body) {
        this.body = body;
        return this;
    }

    public Tale registered() {
        return registered(Level.GENERAL, Kind.COMPLAINT);
    }

    public Tale registered(Level level, Kind kind) {
        return received(new Receiving.From("王小明", "13800138000", false), level, kind, null);
    }

    public Tale received(Receiving.From from, Level level, Kind kind, Receiving.@Nullable First first) {
        id = play(() -> stage.receiving.receive(new Receiving.Incoming(channel, externalId, null, kind, "010102", level, "ncq", "幸福小区3号楼", null,
                body, from, first), stage.who("agent01"), Role.AGENT)).id();
        return this;
    }

    // ---- one line for each act; whoever holds the role in the sample city does it

    public Tale dispatched(String department, Dispatching.Support... supporting) {
        return act("dispatcher01", on -> stage.dispatching.dispatch(on, new Dispatching.Dispatch(department, List.of(supporting), null, null)));
    }

    public Tale accepted() {
        return act(handler(), stage.accepting::accept);
    }

    public Tale contacted() {
        return act(handler(), on -> stage.accepting.contacted(on, new Accepting.Contacted(Accepting.How.PHONE, null, null)));
    }

    public Tale replied(Result result) {
        var why = result == Result.RESOLVED ? null : "管道老化";
        boolean constrained = result == Result.CONSTRAINED;
        return replied(new Replying.Reply(null, null, Replying.Factual.TRUE, result, why, null, "已上门处理，室温恢复到二十度。", null,
                constrained ? "列入改造计划" : null, constrained ? LocalDateTime.ofInstant(now, ZONE).toLocalDate().plusDays(60) : null));
    }

    public Tale replied(Replying.Reply reply) {
        return act(handler(), on -> stage.replying.reply(on, reply));
    }

    public Tale approved() {
        return act("reviewer01", on -> stage.reviewing.approve(on, new Reviewing.Approval(null)));
    }

    public Tale sentBack() {
        return act("reviewer01", on -> stage.reviewing.sendBack(on, new Reviewing.SendBack("没有说明室温")));
    }

    public Tale closed(Solved solved, Rating rating) {
        return act("followup01", on -> stage.calling.close(on, new Closing.Verdict(true, solved, rating, null, false)));
    }

    public Tale reworked() {
        return act("followup01", on -> stage.calling.rework(on, new Reworking.Rework("还是不热", Solved.NO, Rating.NO, true)));
    }

    public Tale attempted() {
        return act("followup01", on -> stage.calling.attempted(on, new Calling.Attempt(null)));
    }

    public Tale unreachable() {
        return act("followup01", on -> stage.calling.close(on, new Closing.Verdict(null, null, null, null, true)));
    }

    public Tale returned() {
        return act(handler(), on -> stage.returning.giveBack(on, new Returning.Return(Returning.Why.NOT_OUR_DUTY, "不属于我单位职责", "三定方案", "zjj")));
    }

    public Tale reassigned(String department) {
        return act("dispatcher02", on -> stage.returning.reassign(on, new Returning.Reassign(department, "按派单目录")));
    }

    public Tale bound() {
        return act("dispatcher02", on -> stage.returning.bind(on, new Returning.Bind("职责清单第3项", "《河北省供热用热办法》")));
    }

    /** From the dispatch to the answer that waits for the follow-up. */
    public Tale answered(String department) {
        return dispatched(department).later(Duration.ofMinutes(30)).accepted().later(Duration.ofMinutes(30)).contacted()
                .later(Duration.ofHours(2)).replied(Result.RESOLVED).later(Duration.ofHours(1)).approved();
    }

    public Tale act(String person, Function<On, ?> work) {
        return act(stage.who(person), work);
    }

    public Tale act(Actor actor, Function<On, ?> work) {
        play(() -> work.apply(new On(id(), actor, null)));
        return this;
    }

    /** At the tale's time. */
    public <T> T play(Supplier<T> work) {
        return Time.at(now, work);
    }

    private String handler() {
        var lead = order().lead();
        return lead + ".banli";
    }

    // ---- what can be seen

    public WorkOrder order() {
        return stage.reading.get(id(), Actor.SYSTEM);
    }

    public Status status() {
        return order().status();
    }

    public Reading.View view() {
        return view("dispatcher01");
    }

    public Reading.View view(String person) {
        return play(() -> stage.reading.view(id(), stage.who(person)));
    }

    public List<Reading.ClockShown> running() {
        return view().clocks().stream().filter(clock -> clock.stoppedAt() == null).toList();
    }

    public List<String> runningKinds() {
        return running().stream().map(Reading.ClockShown::kind).sorted().toList();
    }

    /** The last clock of the kind, running or not. */
    public Reading.ClockShown clock(ClockKind kind) {
        return view().clocks().stream().filter(clock -> clock.kind().equals(kind.name())).reduce((a, b) -> b).orElseThrow();
    }

    public List<Action> did() {
        return view().steps().stream().map(step -> step.action()).toList();
    }

    public static Dispatching.Support support(String department, int workingDays) {
        return new Dispatching.Support(department, workingDays, Limit.Unit.WORKING_DAYS, null);
    }
}
