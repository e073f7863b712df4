package city.minsheng.textmining.hotspot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 问题词: words by which people name the same kind of trouble. One line is one kind; the first word is its name.
 *
 * <p>Two requests from one estate are about the same thing only if their troubles meet; this table knows that 吵 is 噪音.
 */
final class Troubles {

    private static final String KINDS = """
            噪音 噪声 扰民 吵闹 太吵 很吵 声音巨大 轰鸣 睡觉 睡眠 休息 高音喇叭 广场舞 音响
            夜间施工 施工 开工到 凌晨 深夜 工地 打桩
            油烟 烧烤 夜宵 餐饮 餐馆 抽烟机 排烟
            异味 臭气 恶臭 臭味 废气 难闻 霉味
            粉尘 扬尘 灰尘 渣土 泥头车 拖土车
            污水 污染 排污 水质 河水 黑臭
            垃圾 垃圾站 垃圾桶 脏乱 卫生差 焚烧
            供水 停水 自来水 水压 二次供水 水箱 断水
            停电 供电 用电 电压 断电 电费
            变电站 高压线 高压电 变压器 电塔 辐射 110kv
            供暖 暖气 供热 取暖
            燃气 天然气 煤气
            积水 内涝 排水 下水道 堵塞 渍水 井盖
            渗水 漏水 开裂 裂缝 质量 墙皮 鼓包 掉落 脱落 外墙
            交房 延期 烂尾 停工 逾期 交付
            产权证 房产证 两证 不动产证 办证 产权
            虚假宣传 欺骗 欺诈 误导 宣传 忽悠 霸王
            捆绑 强制购买 车位销售 绑定 搭售
            车位 停车位 地下车位 人防车位
            停车 违停 乱停 停车难 停车场 停车费
            物业 物业费 物业公司 业委会 维修基金 公共收益
            违建 违章 违法建设 私搭 搭建 侵占
            消防 消防通道 火灾 消防设施 疏散
            电梯 电梯故障 坠梯
            充电桩 充电站 电动车 飞线
            群租 群租房 隔断
            拆迁 征地 征收 安置 拆除 补偿
            棚改 旧城改造 提质改造 改造 老旧小区
            规划 地块 用地 公示
            道路 路面 破损 坑洼 修路 断头路 拉通 通车
            路灯 太暗 照明
            红绿灯 信号灯 斑马线 人行道 天桥 地下通道 过街
            拥堵 堵车 交通混乱 出行难 出行困难 交通不便
            公交 公交车 线路 首末站 公交站
            地铁 地铁站 出入口 轨道
            高速 收费站 绕城 匝道 外迁
            出租车 网约车 打车 拒载 油补 燃油补贴
            驾驶证 驾校 驾考 科目 学车
            车管 摩托车 上牌 年检 违章处理
            学位 入学 招生 学区 划片 上学
            幼儿园 普惠 公办
            补课 收费补课 培训费 乱收费 补考费
            学校管理 师德 老师 体罚 作业
            实习 外出打工 社会实践 工厂
            拖欠工资 欠薪 工资 民工 薪资
            社保 养老 保险 参保 养老金
            医保 药品 报销 医疗保险
            医院 医生 看病 就诊 医疗
            补贴 补助 津贴 奖励
            人才 落户 户口 户籍
            公积金 贷款 按揭 网签
            税 纳税 退税 发票
            诈骗 非法集资 集资 传销 立案 案情 经侦 跑路 受害
            退款 退费 押金 不退 退还 拒退 拖欠购房
            假货 消费者 食品 过期 短斤少两
            涉黄 招嫖 按摩 足浴
            赌博 麻将馆 打鱼机 游戏机
            流动摊 摆摊 占道 流动商贩 夜市
            城管 执法 不作为 态度
            绿化 树木 公园 绿地
            采光 日照 遮挡
            卫生所 卫生服务中心 建医院
            宽带 垄断 网络 信号 5g
            招聘 考试 考证 录取 不公平
            退伍 军人 优抚
            低保 救助 残疾
            选举 村委 村务 财务
            法院 开庭 判决 执行 诉讼
            噪声源 采石 矿山
            狗 遛狗 养狗 犬
            """;

    private static final Map<Character, List<Word>> BY_FIRST = byFirst();

    private record Word(String letters, int kind) {}

    private Troubles() {}

    private static Map<Character, List<Word>> byFirst() {
        var words = new HashMap<Character, List<Word>>();
        var kinds = KINDS.lines().toList();
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (var word : kinds.get(kind).split(" ")) {
                words.computeIfAbsent(word.charAt(0), c -> new ArrayList<>()).add(new Word(word, kind));
            }
        }
        return words;
    }

    /** Which kinds are named. */
    static int[] in(char[] text) {
        var found = new int[text.length];
        int size = 0;
        for (int at = 0; at < text.length && size < found.length; at++) {
            for (var word : BY_FIRST.getOrDefault(text[at], List.of())) {
                if (size < found.length && Text.stands(text, at, word.letters())) {
                    found[size++] = word.kind();
                }
            }
        }
        return Text.sorted(found, size);
    }
}
