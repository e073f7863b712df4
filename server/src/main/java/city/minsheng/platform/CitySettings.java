package city.minsheng.platform;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/**
 * What a city has decided about itself: the numbers of the rules, none of which is a constant in code.
 *
 * @param returnDays      working days after dispatch within which a department may return an order [SD]
 * @param returnsMost     how often the same order may be returned
 * @param extensionDays   most working days that one extension may add [SD]
 * @param extensionsMost  how many extensions one order may get
 * @param attempts        calls without an answer before a follow-up ends as unreachable
 * @param problemReworks  reworks, and reassignments, that make a problem order 问题工单
 * @param reopenDays      days after closure in which it may be reopened
 */
public record CitySettings(String code, String name, String english, ZoneId zone, String hotline, String areaCode,
        LocalTime workEnd, int returnDays, int returnsMost, int extensionDays, int extensionsMost,
        int attempts, int problemReworks, int problemReassignments, int reopenDays) {

    @SuppressWarnings("unchecked")
    static CitySettings of(Map<String, Object> yaml) {
        var section = new Object() {
            int number(String name, String key, int otherwise) {
                var part = (Map<String, Object>) yaml.getOrDefault(name, Map.of());
                return ((Number) part.getOrDefault(key, otherwise)).intValue();
            }
        };
        var workday = (Map<String, Object>) yaml.getOrDefault("workday", Map.of());
        return new CitySettings((String) yaml.get("code"), (String) yaml.get("name"), (String) yaml.get("english"),
                ZoneId.of((String) yaml.getOrDefault("zone", "Asia/Shanghai")), (String) yaml.get("hotline"),
                String.valueOf(yaml.getOrDefault("phonePrefix", "")),
                LocalTime.parse((String) workday.getOrDefault("end", "18:00")),
                section.number("returns", "workingDays", 2), section.number("returns", "most", 2),
                section.number("extension", "workingDays", 10), section.number("extension", "most", 1),
                section.number("followUp", "attempts", 3), section.number("rework", "problemAfter", 3),
                section.number("reassign", "problemAfter", 3),
                section.number("reopen", "days", 15));
    }
}
