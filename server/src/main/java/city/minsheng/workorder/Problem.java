package city.minsheng.workorder;

/** 问题工单: reworked or passed on so often that somebody above must look (巴彦淖尔: three times). */
final class Problem {

    private Problem() {}

    static void from(Act act, Fact count, int most) {
        if (act.after().count(count) >= most && !act.before().isProblem()) {
            act.set(Fact.PROBLEM_SINCE, act.now());
        }
    }
}
