package city.minsheng.telephony;

import city.minsheng.platform.CityFolder;
import city.minsheng.platform.CityPart;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Queues, skills, codes and number places from the city's folder. A folder without them has no hall, and nothing breaks. */
@Component
@Order(3)
class CityHall implements CityPart {

    private final JdbcClient jdbc;

    CityHall(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public String load(CityFolder folder) {
        int queues = folder.has("queues.csv") ? queues(folder) : 0;
        int skills = folder.has("skills.csv") ? skills(folder) : 0;
        if (folder.has("hall.csv")) {
            codes(folder);
        }
        if (folder.has("numbers.csv")) {
            places(folder);
        }
        return "%d queues, %d skills".formatted(queues, skills);
    }

    private int queues(CityFolder folder) {
        int position = 0;
        for (var row : folder.rows("queues.csv")) {
            jdbc.sql("""
                            insert into hall_queue (code, name, english, kind, lines, skill, level, overflow, overflow_seconds, position)
                            values (:code, :name, :english, :kind, :lines, :skill, :level, :overflow, :seconds, :position)
                            on conflict (code) do update
                               set name = excluded.name, english = excluded.english, kind = excluded.kind, lines = excluded.lines,
                                   skill = excluded.skill, level = excluded.level, overflow = excluded.overflow,
                                   overflow_seconds = excluded.overflow_seconds, position = excluded.position
                            """)
                    .param("code", row.get("code")).param("name", row.get("name")).param("english", row.text("english"))
                    .param("kind", HallQueue.Kind.valueOf(row.get("kind")).name()).param("lines", row.list("lines").toArray(String[]::new))
                    .param("skill", row.get("skill")).param("level", Integer.parseInt(row.get("level"))).param("overflow", row.find("overflow"))
                    .param("seconds", row.find("overflow_seconds") == null ? 0 : Integer.parseInt(row.get("overflow_seconds")))
                    .param("position", position++).update();
        }
        return position;
    }

    private int skills(CityFolder folder) {
        jdbc.sql("delete from person_skill").update();
        int count = 0;
        for (var row : folder.rows("skills.csv")) {
            count += jdbc.sql("insert into person_skill (username, skill, level) values (:username, :skill, :level)")
                    .param("username", row.get("username")).param("skill", row.get("skill")).param("level", Integer.parseInt(row.get("level"))).update();
        }
        return count;
    }

    private void codes(CityFolder folder) {
        int position = 0;
        for (var row : folder.rows("hall.csv")) {
            jdbc.sql("""
                            insert into hall_code (kind, code, name, english, position) values (:kind, :code, :name, :english, :position)
                            on conflict (kind, code) do update
                               set name = excluded.name, english = excluded.english, position = excluded.position
                            """)
                    .param("kind", row.get("kind")).param("code", row.get("code")).param("name", row.get("name"))
                    .param("english", row.text("english")).param("position", position++).update();
        }
    }

    private void places(CityFolder folder) {
        for (var row : folder.rows("numbers.csv")) {
            jdbc.sql("""
                            insert into number_place (prefix, name, english) values (:prefix, :name, :english)
                            on conflict (prefix) do update set name = excluded.name, english = excluded.english
                            """)
                    .param("prefix", row.get("prefix")).param("name", row.get("name")).param("english", row.text("english")).update();
        }
    }
}
