package city.minsheng.textmining.reply;

import city.minsheng.textmining.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads a reply beside its request. */
public final class ReplyCheck {

    private static final int SHORT = 30;
    private static final Pattern COURTESY = Pattern.compile(
            "您好|你好|网友|市民|先生|女士|尊敬的|感谢您?(对我们工作)?的?(来信|来电|支持|关注|监督|理解|反映|留言)?|谢谢|特此(回复|答复)|祝您.*|您(所)?反映的.{0,30}(收悉|收到)|(您的)?(留言|来信|诉求|问题)已?(收悉|收到)");
    private static final Pattern DEFERS = Pattern.compile(
            "已?转(交|办|至|给|相关|有关)|(将|会|正在|正|已)(进一步|积极|尽快|抓紧|及时)?(调查|核实|研究|处理|协调|跟进|督促|落实|办理|了解|关注)|请?(您)?耐心等待|(敬请|请)(您)?(谅解|理解|关注|持续关注)|尽快(处理|解决|答复|回复|办理)|高度重视|另行(答复|回复|通知)|后续(答复|回复)|(不属于|不在)(我|本)(单位|部门|局|街道)|(建议|请)(您)?(向|与|咨询|联系).{0,20}(部门|单位|局|政府|社区|街道|物业)");
    private static final Pattern SAYS_SOMETHING = Pattern.compile(
            "\\d+月\\d+日.{0,20}(已|到|前往|现场|上门|完成)|已(于|经|完成|修复|更换|清理|整改|拆除|恢复|安装|退还|补发|办结|解决|维修|清运|关停|取缔|约谈|责令)|经(现场)?(核实|调查|查)[，,:：]?.{8,}|《.+》|第[一二三四五六七八九十百0-9]+条|[一二三四五六][、.．]|\\d+(元|%|平方|公里|户|工作日|度|℃)|(需要?|应|请)?(携带|提供|提交).{2,}");
    private static final Pattern BASIS = Pattern.compile(
            "《.{2,60}》|[〔\\[(（]20\\d\\d[〕\\])）]\\d*|第[一二三四五六七八九十百零0-9]+[条款项]|(根据|依据|依照|按照|遵照).{0,40}(规定|条例|办法|法|通知|标准|规范|规划|方案|合同|政策|要求|文件|细则|意见|制度|协议|章程)|(法律|法规|政策|文件)规定");
    private static final Pattern ID_NUMBER = Pattern.compile("(?<!\\d)\\d{17}[\\dxX](?!\\d)");
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)(1[3-9]\\d{9}|(0\\d{2,3}[-－—]?)?[2-8]\\d{6,7})(?!\\d)");
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private ReplyCheck() {}

    /** In the order in which a writer would mend them. */
    public static List<Mark> marks(String request, String reply) {
        var normal = Words.normal(reply);
        var marks = new ArrayList<Mark>();
        long letters = normal.chars().filter(Character::isLetterOrDigit).count();
        if (letters < SHORT) {
            marks.add(new Mark(Mark.Kind.TOO_SHORT, String.valueOf(letters)));
        }
        var deferral = onlyDeferral(normal);
        if (!deferral.isEmpty()) {
            marks.add(new Mark(Mark.Kind.ONLY_DEFERRAL, deferral));
        }
        for (var point : Asked.in(request)) {
            if (!point.answeredBy(normal)) {
                marks.add(new Mark(Mark.Kind.NOT_ANSWERED, point.words()));
            }
        }
        if (!BASIS.matcher(normal).find()) {
            marks.add(new Mark(Mark.Kind.NO_BASIS, ""));
        }
        numbers(normal, marks);
        return marks;
    }

    /** The first phrase that puts off, where nothing else is said; else nothing. */
    private static String onlyDeferral(String reply) {
        if (SAYS_SOMETHING.matcher(reply).find()) {
            return "";
        }
        var sentences = Arrays.stream(reply.split("[。！!；;，,\\n]")).map(String::strip)
                .filter(each -> COURTESY.matcher(each).replaceAll("").length() > 3).toList();
        long deferring = sentences.stream().filter(each -> DEFERS.matcher(each).find()).count();
        var found = DEFERS.matcher(reply);
        return deferring > 0 && 2 * deferring >= sentences.size() && found.find() ? found.group() : "";
    }

    private static void numbers(String reply, List<Mark> marks) {
        var id = ID_NUMBER.matcher(reply);
        while (id.find()) {
            if (isIdNumber(id.group())) marks.add(new Mark(Mark.Kind.ID_NUMBER, masked(id.group().toUpperCase(Locale.ROOT))));
        }
        var phone = PHONE.matcher(reply);
        while (phone.find()) {
            marks.add(new Mark(Mark.Kind.PHONE, masked(phone.group())));
        }
    }

    /** The last digit of an ID number proves the others. */
    private static boolean isIdNumber(String digits) {
        int sum = 0;
        for (int i = 0; i < ID_WEIGHTS.length; i++) {
            sum += ID_WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return Character.toUpperCase(digits.charAt(17)) == "10X98765432".charAt(sum % 11);
    }

    private static String masked(String number) {
        return number.substring(0, 3) + "*".repeat(number.length() - 5) + number.substring(number.length() - 2);
    }
}
