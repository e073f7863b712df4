package city.minsheng.textmining;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import java.util.regex.Pattern;

/**
 * 人名: who is named in a text that others will read. Rather one word too many than a name: what begins like a name and
 * stands like one is taken for one.
 */
public final class PersonNames {

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢骆岳齐梅庄辛管祝左涂谷祁耿牟卜詹关苗凌纪靳盛童欧甄项曲成游裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边";
    private static final String DOUBLE = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒";
    private static final String TITLES = "先生|女士|小姐|老师|师傅|主任|书记|经理|医生|大夫|局长|队长|所长|院长|校长|村长|社长|老板|大爷|大娘|大妈|阿姨|大哥|大姐";
    private static final Pattern CALLED = Pattern.compile("(?:(?<=我叫|名叫|姓名|本人|联系人|当事人|负责人)[:： ]?)([" + SURNAMES + "]|" + DOUBLE + ")([\\u4e00-\\u9fff]{1,2})(?=[，。、；,;!！?？\\s（(]|$)");
    private static final Pattern TITLED = Pattern.compile("(" + DOUBLE + ")([\\u4e00-\\u9fff]{0,2})(?=" + TITLES + ")");
    private static final int LONGEST = 4;

    /** Loaded with the first text: it takes a second and some megabytes. */
    private static final class Known {
        static final Segment CUT = new ViterbiSegment().enableNameRecognize(true).enableTranslatedNameRecognize(false).enableOffset(true);
    }

    private PersonNames() {}

    /** 王小明 becomes 王**, as {@code 去敏} has it. Everything else stays as it was. */
    public static String masked(String text) {
        var masked = new StringBuilder();
        int at = 0;
        for (var term : Known.CUT.seg(text)) {
            if (term.nature.startsWith("nr") && !term.nature.startsWith("nrf") && isName(term.word)) {
                masked.append(text, at, term.offset + 1).append("**");
                at = term.offset + term.word.length();
            }
        }
        masked.append(text.substring(at));
        return TITLED.matcher(CALLED.matcher(masked).replaceAll("$1**")).replaceAll("$1**");
    }

    private static boolean isName(String word) {
        return word.length() > 1 && word.length() <= LONGEST && SURNAMES.indexOf(word.charAt(0)) >= 0;
    }
}
