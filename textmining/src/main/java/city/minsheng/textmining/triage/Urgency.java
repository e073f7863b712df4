package city.minsheng.textmining.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** 紧急用语: words that make a reader look at once. They point; whether it is an emergency, a person decides. */
public final class Urgency {

    /** @param word as it stands in the text */
    public record Word(String word, Level level) {}

    public enum Level {
        DANGER,   // 危及人身安全
        UNREST,   // 群体性、极端言行
        PRESSING  // 当事人着急
    }

    private static final Pattern DANGER = Pattern.compile("着火|起火|冒烟|火灾|爆炸|(燃气|煤气|天然气|煤气罐)(泄漏|泄露|味)|漏气|闻到.{0,4}(煤气|燃气|天然气)|煤气中毒|触电|漏电|电线(断|掉|打火)|变压器冒火|溺水|落水|掉(进|到).{0,4}(井|河|坑|水)|坠(楼|落)|塌(了|陷|方)|倒塌|墙.{0,4}要倒|被困|困在|关在电梯|中毒|昏迷|晕倒|大出血|休克|喘不上气|打人|持刀|砍|家暴|虐待|走失|失踪|跑水|(水管|暖气管|管道)爆|喷(水|热水)|没有?井盖|井盖(丢|没)了|高空坠物|外墙.{0,6}掉");
    private static final Pattern UNREST = Pattern.compile("跳楼|自杀|轻生|不想活|同归于尽|活不下去|上访|进京|集访|聚集|拉横幅|堵(路|门)|围堵|罢(工|运)|停工讨薪|讨薪|几十(号)?人|上百人|全体业主|联名|曝光|记者|报复|媒体");
    private static final Pattern PRESSING = Pattern.compile("马上|立刻|立即|赶紧|赶快|快点儿?|紧急|十万火急|等不了|救命|急(救|需|等)|现在就|今天(就|必须)|孕妇|新生儿|刚出生|卧床|瘫痪|透析|独居|残疾");

    private Urgency() {}

    /** The gravest first; each word once. «没有着火» counts too: it costs a look, the opposite mistake costs more. */
    public static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        add(text, DANGER, Level.DANGER, words);
        add(text, UNREST, Level.UNREST, words);
        add(text, PRESSING, Level.PRESSING, words);
        return words.stream().distinct().toList();
    }

    private static void add(String text, Pattern pattern, Level level, List<Word> words) {
        var found = pattern.matcher(text);
        while (found.find()) {
            words.add(new Word(found.group(), level));
        }
    }
}
