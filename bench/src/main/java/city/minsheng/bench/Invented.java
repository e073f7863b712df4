package city.minsheng.bench;

import city.minsheng.textmining.triage.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts that nobody wrote: everyday words of the sample city's categories in common phrases, at its places, some of them off the point. */
final class Invented {

    private static final List<String> OPENINGS = List.of("你好，我想反映一下，", "请问", "我要投诉，", "麻烦帮忙问问，", "昨天晚上开始，", "已经打过两次电话了，", "家里有老人，", "");
    private static final List<String> CLOSINGS = List.of("，希望尽快解决。", "，到底归哪个部门管？", "，一直没有人来处理。", "，请帮我查一下。", "，邻居们都有意见。", "，什么时候能有结果？", "。");
    private static final List<String> MIDDLES = List.of("的问题", "好几天了", "没有人管", "影响生活", "找物业也不管用", "想问问怎么办", "和以前不一样", "还在继续");
    private final Random random = new Random(11);
    private final List<String> codes = new ArrayList<>();
    private final List<List<String>> words = new ArrayList<>();
    private final List<String> places = new ArrayList<>();

    private Invented() throws IOException {
        var categories = Table.read("cities/dingzhou/categories.csv");
        for (int i = 0; i < categories.size(); i++) {
            if (!categories.get(i, "words").isBlank()) {
                codes.add(categories.get(i, "code"));
                words.add(List.of((categories.get(i, "name") + ";" + categories.get(i, "words")).split(";")));
            }
        }
        var areas = Table.read("cities/dingzhou/areas.csv");
        for (int i = 0; i < areas.size(); i++) {
            places.add(areas.get(i, "name"));
        }
    }

    /** Of the first level: fewer than ten categories, as a hotline's board shows. */
    static List<Sample> samples(int count) throws IOException {
        return leaves(count).stream().map(each -> Sample.decided(each.text(), each.label().substring(0, 2))).toList();
    }

    /** Of the last level, frequent and rare ones. */
    static List<Sample> leaves(int count) throws IOException {
        var invented = new Invented();
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < count; i++) {
            samples.add(invented.sample());
        }
        return samples;
    }

    private Sample sample() {
        int category = (int) (codes.size() * Math.pow(random.nextDouble(), 1.7));
        int said = random.nextInt(20) == 0 ? random.nextInt(codes.size()) : category;
        var text = new StringBuilder(any(OPENINGS)).append(any(places)).append(random.nextInt(30) + 1).append("号楼").append(any(words.get(said)));
        for (int more = random.nextInt(4); more >= 0; more--) {
            text.append('，').append(any(MIDDLES)).append(random.nextInt(3) == 0 ? any(words.get(random.nextInt(codes.size()))) : any(words.get(said)));
        }
        return Sample.decided(text.append(any(CLOSINGS)).toString(), codes.get(category));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
