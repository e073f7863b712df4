package city.minsheng.textmining.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * 诉求类型: asking, needing help, complaining, reporting, suggesting, praising. By the phrases in which people say so; a city's own
 * decisions teach a {@link Triage} of kinds later.
 */
public final class Kinds {

    private record Sign(String kind, double strength, Pattern words) {}

    private static final List<Sign> SIGNS = List.of(
            sign("REPORT", 3, "举报|揭发|无证(经营|行医|驾驶)|非法(经营|集资|营运|占用|采矿|倾倒)|偷(排|税|倒)|受贿|贪污|以权谋私|虚假宣传|假(药|货|酒|烟)"),
            sign("REPORT", 1.2, "违法|违规(经营|生产|建设|收费)|黑(作坊|诊所|车|中介)|私自|制假"),
            sign("COMMENDATION", 3, "表扬|点赞|锦旗|(要|想)感谢|感谢.{0,12}(师傅|热线|话务员|民警|解决)|特别感谢|非常感谢.{0,20}(帮|师傅|工作人员|同志)|想?(感谢|谢谢)一下|(服务|态度)(真|很|特别|非常)好"),
            sign("SUGGESTION", 3, "建议|提议|能不能(增加|增设|加装|多开|多设|设(个|一)|装个|改成|延长)|希望(能)?(增加|增设|加装|多开|多设|改|延长|优化|设置)|(应该|最好)(增加|增设|加装|设|改)"),
            sign("COMPLAINT", 3, "投诉|要求(处罚|查处|赔偿|退)|扰民|乱收费|态度(恶劣|不好|差|生硬)|推诿|不作为|骂人|欺骗|坑人|霸王"),
            sign("COMPLAINT", 1.2, "没人管|不管|不给|拒不|不退|拒绝|太(吵|臭|脏|差|不像话)|不满|凭什么|强制|拖着|敷衍|扯皮|三番五次|找(过|了).{0,8}(次|遍)|臭味|噪音|睡不着|堵(着|死|塞)|乱(停|扔|倒|堆|摆)|占道|受不了|什么时候能管管"),
            sign("INQUIRY", 2, "咨询|请问|想?(问问|打听|问一下|问下|了解一下|请教)|是不是真的|需要(什么|哪些)(材料|手续|条件)|什么(手续|材料|条件|标准|政策)|(怎么|如何)(办理?|申请|报销|缴|交|查|领|转|补|开|算|收费|预约|报名)|在哪(儿|里)?(办|交|领|查|报)|几号|多少钱|能不能(办|领|报|转|取|享受|申请)|可以(办|领|报|申请)吗|有没有(补贴|政策|规定)|合理吗|合法吗|要不要|用不用|行不行"),
            sign("INQUIRY", 0.7, "什么时候|怎么|如何|多久|哪里|哪儿|吗[?？。]?|[?？]"),
            sign("ASSISTANCE", 2, "求助|帮(忙|我|帮)|救(命|援)|派人|来人(看看|修|处理)|抢修|报修|修(一)?修|维修|赶紧|快来|被困|急需|走失|求(政府|领导|你们)"),
            sign("ASSISTANCE", 1.2, "坏(了|着)|不(亮|热|通|出水|走字|转)|漏(水|气|电|了)|停(水|电|气|暖)了?|断(水|电|了)|没(水|电|气|暖气)|堵了|塌|掉(了|下来)|破损|打不(开|着)|丢了|(拖欠|欠薪|不发工资)|要不回来|联系不上"));

    private Kinds() {}

    private static Sign sign(String kind, double strength, String words) {
        return new Sign(kind, strength, Pattern.compile(words));
    }

    /** @param usual kinds that the category usually has, the most usual first: they decide where the words do not */
    public static List<Guess> guess(String text, List<String> usual) {
        var strength = new LinkedHashMap<String, Double>();
        var words = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < usual.size(); i++) {
            strength.merge(usual.get(i), i == 0 ? 1.0 : 0.6, Double::sum);
        }
        for (var sign : SIGNS) {
            var found = sign.words().matcher(text);
            for (double weight = sign.strength(); found.find() && weight > 0.2; weight /= 4) {
                strength.merge(sign.kind(), weight, Double::sum);
                words.computeIfAbsent(sign.kind(), none -> new ArrayList<>()).add(found.group());
            }
        }
        double sum = strength.values().stream().mapToDouble(Math::exp).sum();
        return strength.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(each -> new Guess(each.getKey(), Math.exp(each.getValue()) / sum, words.getOrDefault(each.getKey(), List.of()).stream().distinct().limit(3).toList()))
                .toList();
    }
}
