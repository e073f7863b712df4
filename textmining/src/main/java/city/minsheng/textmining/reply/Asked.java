package city.minsheng.textmining.reply;

import city.minsheng.textmining.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a request asks for.
 *
 * @param words as the citizen put it
 * @param about words of which the answer should have one
 * @param wanted what any answer to such a question has: a time, an amount, a place, a reason; null if none is asked for
 */
record Asked(String words, List<String> about, @Nullable Pattern wanted) {

    private static final Pattern SENTENCE = Pattern.compile("(?<=[。！!？?；;\\n])");
    private static final Pattern ASKS = Pattern.compile("(什么时候|何时|多久|几号|怎么(办|申请|处理|收|算|缴|交|走|才)|如何|为什么|为何|能否|能不能|可不可以|是否|多少钱|在?哪里|哪儿|请问|[吗呢么][?？]|[?？]$)"
            + "|(希望|要求|请求|恳请|诉求|请(尽快|相关|有关|政府|领导|帮)).{4,}");

    /** Anger, not a question. */
    private static final Pattern RHETORICAL = Pattern.compile("还管不管|管不管|天理|良心|底线|难道|凭什么|何在|怎么(想|能|敢)|情何以堪|算什么|有(没有|木有)(人管|王法)");
    private static final int LONGEST = 40;
    private static final int MOST = 4;

    /** What a question asks for → what an answer to it has. */
    private static final Map<Pattern, Pattern> WANTED = new LinkedHashMap<>();

    static {
        wanted("什么时候|何时|多久|几号|哪天|几点|时间表", "\\d+[年月日号天点时周]|工作日|小时|[今明后]天|本周|下周|年底|月底|[上下]半年|季度|期间|之前|以前|后.{0,4}(开|启|实施|进行|完成)|时间|届时|尚未确定|暂无|无法确定|目前|已(完成|开始|开通|恢复)|一?二?三?四?季度");
        wanted("多少钱|多少|费用|价格|收费标准|几块", "[\\d零一二三四五六七八九十百千万两]+\\s*(元|块|%|分|平|度|吨|立方|个|名|户|人|天|年|条)|标准|免费|不收|价格|金额");
        wanted("在哪|哪里|哪儿|什么地方", "[路街号楼厅室层村镇]|窗口|中心|位于|地址|网站|公众号|线上|app|小程序|网上|处");
        wanted("为什么|为何|什么原因|怎么回事", "因|由于|原因|鉴于|系|根据|依据|按照|是为了|导致|造成");
    }

    /** Words that a request and its reply share without speaking of the same matter. */
    private static final Set<String> EVERYWHERE = Set.of(("请问 希望 要求 请求 恳请 诉求 什么 什么时候 时候 时间 怎么 怎么办 怎样 如何 为什么 为何 是否 能否 能不能 可以 可不可以 是不是 多少 哪里 哪儿 哪个 有没有 没有"
            + " 我们 你们 他们 咱们 自己 大家 领导 政府 部门 有关 相关 有关部门 单位 问题 情况 处理 解决 办理 回复 答复 反映 尽快 尽早 及时 一下 现在 目前 已经 一直 这个 那个 这样 这种 这些 那些"
            + " 因为 所以 但是 而且 或者 如果 还是 就是 不是 应该 需要 能够 进行 关于 对于 谢谢 感谢 您好 你好 帮忙 市民 居民 群众 老百姓 老人 孩子 今天 昨天 明天 今年 去年 开始 给予 帮助 知道 多久 何时 到底 究竟 "
            + "几天 这几天 那天 能退 督查 督导 职能 职能部门 依法 提高 效率 抓紧 强烈 市委 市政府 县政府 区政府 监察 纪委 监管 加强 力度 予以 切实 维护 权益 合法 百姓 人民 公道 合理 彻底 负责 人员 上级 严肃 此事 查处 落实 重视 督促 监督 核实 调查 关注 麻烦 作为 这里 那里 起来 出来 一个 一些 许多 很多 非常").split(" "));

    private static void wanted(String question, String answer) {
        WANTED.put(Pattern.compile(question), Pattern.compile(answer));
    }

    /** In the order of the request. A request that asks nothing has none. */
    static List<Asked> in(String request) {
        return Arrays.stream(SENTENCE.split(Words.normal(request))).map(String::strip)
                .filter(sentence -> ASKS.matcher(sentence).find() && !RHETORICAL.matcher(sentence).find())
                .map(Asked::of)
                .filter(asked -> asked.wanted != null || !asked.about.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Asked of(String sentence) {
        var about = Words.of(sentence).stream().distinct().filter(each -> each.length() > 1 && !EVERYWHERE.contains(each)).toList();
        var wanted = WANTED.entrySet().stream().filter(each -> each.getKey().matcher(sentence).find()).map(Map.Entry::getValue).findFirst().orElse(null);
        return new Asked(asked(sentence), about, wanted);
    }

    /** The clauses that ask, not the story before them. */
    private static String asked(String sentence) {
        var clauses = Arrays.stream(sentence.split("(?<=[，,])")).filter(each -> ASKS.matcher(each).find()).toList();
        var words = (clauses.isEmpty() ? sentence : String.join("", clauses)).replaceAll("[，,。；;\\s]+$", "");
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }

    boolean answeredBy(String reply) {
        boolean touched = about.isEmpty() || about.size() == 1 && wanted != null || about.stream().anyMatch(reply::contains) || 3 * pairs(reply) >= about.size();
        return touched && (wanted == null || wanted.matcher(reply).find());
    }

    /** The writer may use other words with the same characters: 修 for 维修, 收费 for 乱收费. */
    private long pairs(String reply) {
        return about.stream().filter(each -> {
            for (int i = 0; i + 2 <= each.length(); i++) {
                if (reply.contains(each.substring(i, i + 2))) return true;
            }
            return false;
        }).count();
    }
}
