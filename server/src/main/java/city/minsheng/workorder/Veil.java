package city.minsheng.workorder;

import city.minsheng.platform.Concealing;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * 遮蔽身份: what is left of an order's words for one who must not learn whose it is. The place and the thing stay, for they
 * have to be found.
 *
 * @param name the requester's, in clear, to be looked for in the words
 */
record Veil(@Nullable String name, boolean hides) {

    /** Hides nothing. */
    static final Veil NONE = new Veil(null, false);

    private static final Pattern DIGITS = Pattern.compile("\\d{6}");
    private static final Set<String> WHO = Set.of(Fact.REQUESTER.column(), Fact.EXTERNAL_ID.column());

    Veil(@Nullable String name) {
        this(name, true);
    }

    @Nullable String over(@Nullable String words) {
        return words == null ? null : of(words);
    }

    String of(String words) {
        return !hides || words.isEmpty() ? words : Concealing.who(words, name);
    }

    /** Whether these words ask for what it hides: the name or a part of it, or so many digits that they may be of a number. */
    boolean isAskedBy(String words) {
        var asked = words.strip();
        return hides && (DIGITS.matcher(asked).find() || !of(asked).equals(asked) || name != null && asked.codePointCount(0, asked.length()) > 1 && name.contains(asked));
    }

    Row of(Row row) {
        return !hides ? row : new Row(row.id(), row.number(), of(row.title()), row.kind(), row.category(), row.categoryName(), row.level(), row.area(), row.areaName(),
                of(row.address()), row.status(), row.outcome(), row.rating(), row.holder(), row.department(), row.departmentName(), row.channel(),
                row.receivedAt(), row.due(), row.badges(), row.version());
    }

    Step of(Step step) {
        var changes = new LinkedHashMap<String, @Nullable String>();
        step.changes().forEach((fact, value) -> {
            if (!WHO.contains(fact)) {
                changes.put(fact, isWords(fact) ? over(value) : value);
            }
        });
        return new Step(step.seq(), step.action(), step.at(), step.actor(), step.actorName(), step.role(), step.department(), step.from(), step.to(),
                of(step.reason()), changes, step.clocks(), of(step.data()));
    }

    private static boolean isWords(String fact) {
        return fact.equals(Fact.TITLE.column()) || fact.equals(Fact.ADDRESS.column());
    }

    /** Words have a Chinese character or may be a number; ids, codes and times have none and are none. */
    private JsonNode of(JsonNode data) {
        if (data.isString()) {
            var said = data.asString();
            return said.matches("[\\w-]*[A-Za-z][\\w:.-]*") ? data : JsonNodeFactory.instance.stringNode(of(said));
        }
        if (data.isArray()) {
            var all = JsonNodeFactory.instance.arrayNode();
            data.values().forEach(each -> all.add(of(each)));
            return all;
        }
        if (data.isObject()) {
            var all = JsonNodeFactory.instance.objectNode();
            data.properties().forEach(each -> all.set(each.getKey(), of(each.getValue())));
            return all;
        }
        return data;
    }
}
