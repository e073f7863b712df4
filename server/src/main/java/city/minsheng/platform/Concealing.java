package city.minsheng.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 遮蔽: what tells who somebody is goes out of a text before one reads it who must not know. Rather too much than too little. */
public final class Concealing {

    /** The longer pattern stands first. */
    private static final Map<Pattern, String> WHO = new LinkedHashMap<>();
    private static final Map<Pattern, String> WHERE = new LinkedHashMap<>();

    static {
        replace(WHO, "[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+", "邮箱");
        replace(WHO, "(?<!\\d)\\d{17}[\\dXx](?!\\d)", "证件号");
        replace(WHO, "(?<!\\d)\\d{15,19}(?!\\d)", "号码");
        replace(WHO, "(?<!\\d)1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)", "电话");
        replace(WHO, "(?<!\\d)(0\\d{2,3}[-－— ]?)?[2-8]\\d{6,7}(?!\\d)", "电话");
        replace(WHERE, "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·•]?[A-Z0-9]{5,6}", "车牌");
        replace(WHO, "(微信号?|QQ号?)[:： ]*[\\w-]{5,20}", "账号");
        replace(WHERE, "[\\d一二三四五六七八九十]+(号楼|栋|幢)([\\d一二三四五六七八九十]+单元)?([\\d一二三四五六七八九十]+[室户号])?(?!线)", "楼号");
        replace(WHERE, "(?<!\\d)\\d+单元\\d*", "楼号");
        replace(WHO, "(我叫|我是|本人|姓名[:：是]?|联系人[:：]?)(?!(一|这|那|个|业主|居民|村民|租户|学生|家长|老|在|住|来|想|因|你|他|她|小区|本|外))[\\u4e00-\\u9fa5]{2,3}(?=[，,。；;、 \\n（(]|$)", "姓名");
        replace(WHO, "[\\u4e00-\\u9fa5](某某|某|先生|女士|师傅|老师|大夫|医生|经理|主任)(?![\\u4e00-\\u9fa5]*[部局])", "姓名");
    }

    private Concealing() {}

    private static void replace(Map<Pattern, String> all, String pattern, String what) {
        all.put(Pattern.compile(pattern), "【" + what + "】");
    }

    /** For a machine outside this program: neither who nor at which door. @param name the requester's, where it is known */
    public static String conceal(String text, @Nullable String name) {
        return replaced(who(text, name), WHERE);
    }

    /** For people who have to find the place and the thing, and must not learn who asks. */
    public static String who(String text, @Nullable String name) {
        boolean known = name != null && name.strip().length() > 1;
        return replaced(known ? text.replace(name.strip(), "【姓名】") : text, WHO);
    }

    private static String replaced(String text, Map<Pattern, String> all) {
        var concealed = text;
        for (var each : all.entrySet()) {
            concealed = each.getKey().matcher(concealed).replaceAll(each.getValue());
        }
        return concealed;
    }
}
