package city.minsheng.textmining.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An invented town: what its people say of three matters. */
final class Town {

    static final List<String> HEATING = List.of("暖气不热", "屋里太冷", "暖气片漏水", "什么时候供暖", "供热公司不来人");
    static final List<String> ROADS = List.of("路面坑洼", "路灯不亮", "井盖坏了", "红绿灯故障", "人行道破损");
    static final List<String> SCHOOLS = List.of("小学招生", "学校乱收费", "幼儿园学位", "转学手续", "补课费");
    private static final List<String> FRAMES = List.of("你好，%s，请问怎么办", "我们小区%s，没有人管", "%s，已经好几天了", "反映一下%s的情况，希望尽快处理", "%s%s");

    private Town() {}

    static List<Sample> says(int each) {
        var random = new Random(5);
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < each; i++) {
            samples.add(Sample.decided(said(HEATING, random), "heating"));
            samples.add(Sample.decided(said(ROADS, random), "roads"));
            samples.add(Sample.decided(said(SCHOOLS, random), "schools"));
        }
        return samples;
    }

    private static String said(List<String> words, Random random) {
        return FRAMES.get(random.nextInt(FRAMES.size())).formatted(words.get(random.nextInt(words.size())), words.get(random.nextInt(words.size())))
                + "。" + (char) ('一' + random.nextInt(2000)) + (char) ('一' + random.nextInt(2000)) + "路" + random.nextInt(99) + "号";
    }
}
