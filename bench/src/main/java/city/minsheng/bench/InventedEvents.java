package city.minsheng.bench;

import city.minsheng.textmining.hotspot.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Requests that nobody made: most stand alone, some tell of an event in words of their own. The places are as many as a
 * city of that size has.
 */
final class InventedEvents {

    private static final String LETTERS = "安宝昌承春大德东丰福富广桂海和恒红华怀嘉金锦景康乐丽利龙隆茂美民明南宁平祺清庆荣瑞山尚圣盛顺泰天通万旺文新兴秀雅阳怡永玉裕源悦云泽正中竹紫祥";
    private static final List<String> ENDS = List.of("小区", "花园", "家园", "苑", "路", "街", "村", "广场", "公寓", "学校");
    private static final List<List<String>> TROUBLES = List.of(
            List.of("暖气不热", "供热温度太低", "家里冷得睡不着"), List.of("夜间施工噪音扰民", "凌晨还在打桩", "工地半夜轰鸣"),
            List.of("油烟直排", "楼下烧烤味道呛人", "餐馆排烟管道对着窗户"), List.of("停水没有通知", "自来水压力不够", "水管爆裂无人修"),
            List.of("垃圾没人清运", "垃圾桶满了发臭", "卫生脏乱"), List.of("路灯不亮", "照明坏了半个月", "晚上太暗"),
            List.of("消防通道被堵", "私家车占了消防通道", "救护车进不来"), List.of("物业乱收费", "物业费涨价不公示", "公共收益不公开"),
            List.of("电梯经常停运", "电梯故障困人", "电梯没有年检"), List.of("路面坑洼", "道路破损积水", "井盖塌陷"),
            List.of("拖欠工资", "欠薪三个月", "老板不发工钱"), List.of("公交车不按时", "希望增设公交站", "公交线路绕行"));
    private static final List<String> TALK = List.of("我是这里的居民", "已经反映过好几次", "一直没有人处理", "老人和孩子受不了", "希望有关部门管一管", "请给一个明确的答复",
            "邻居们意见都很大", "打电话给负责人也没有回音", "到底归哪个部门管", "这样的日子什么时候是个头", "上次说一周解决到现在没有动静", "我们愿意配合检查",
            "麻烦尽快派人来看看", "晚上最严重", "最近一个月更加厉害", "影响正常生活", "请保护我的信息", "谢谢你们的工作");
    private static final int ALONE = 4;
    private static final int LASTS = 40;

    private final Random random = new Random(7);
    private final List<String> places;

    private record Told(String place, int trouble) {}

    /** The requests and who of them belongs together. */
    record Year(List<Request> requests, GoldEvents gold) {}

    private InventedEvents(int count) {
        places = IntStream.range(0, 200 + count / 20).mapToObj(i -> "" + letter() + letter() + letter() + ENDS.get(random.nextInt(ENDS.size()))).distinct().toList();
    }

    static Year of(int count) {
        return new InventedEvents(count).year(count);
    }

    private char letter() {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    private Year year(int count) {
        var requests = new ArrayList<Request>(count);
        var gold = new GoldEvents();
        var known = IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.toSet());
        var at = Instant.parse("2026-01-01T00:00:00Z");
        var open = new ArrayList<Told>();
        for (int i = 0; i < count; i++) {
            at = at.plus(Duration.ofSeconds(random.nextInt(600)));
            boolean event = random.nextInt(ALONE) == 0;
            if (open.size() < 1 + count / 400 || random.nextInt(LASTS) == 0) {
                open.add(new Told(any(places), random.nextInt(TROUBLES.size())));
            }
            if (open.size() > LASTS) {
                open.removeFirst();
            }
            var told = event ? any(open) : new Told(any(places), random.nextInt(TROUBLES.size()));
            requests.add(request(i, told, at));
            gold.add(told.toString(), "member", Integer.toString(i), known);
        }
        gold.members.values().removeIf(members -> members.size() < 3);
        return new Year(requests, gold);
    }

    private Request request(int number, Told told, Instant at) {
        var title = told.place() + any(TROUBLES.get(told.trouble()));
        var body = new StringBuilder("您好，我家在").append(told.place()).append(random.nextInt(30) + 1).append("号楼，").append(any(TROUBLES.get(told.trouble())));
        for (int i = 5 + random.nextInt(10); i > 0; i--) {
            body.append('，').append(any(TALK));
        }
        return new Request(Integer.toString(number), "c" + random.nextInt(60_000), title, body.append('。').toString(), at);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
