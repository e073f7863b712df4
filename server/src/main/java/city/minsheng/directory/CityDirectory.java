package city.minsheng.directory;

import city.minsheng.platform.CityFolder;
import city.minsheng.platform.CityPart;
import city.minsheng.platform.Secrets;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Areas, departments, groups, seats and people from the city's folder. */
@Component
@Order(1)
class CityDirectory implements CityPart {

    private final JdbcClient jdbc;
    private final Departments departments;
    private final Secrets secrets;

    CityDirectory(JdbcClient jdbc, Departments departments, Secrets secrets) {
        this.jdbc = jdbc;
        this.departments = departments;
        this.secrets = secrets;
    }

    @Override
    @Transactional
    public String load(CityFolder folder) {
        int areas = areas(folder);
        int units = departments(folder);
        groupsAndSeats(folder);
        int people = people(folder);
        departments.forget();
        return "%d departments, %d areas, %d people".formatted(units, areas, people);
    }

    private int areas(CityFolder folder) {
        int position = 0;
        for (var row : folder.rows("areas.csv")) {
            jdbc.sql("""
                            insert into area (code, parent, name, english, kind, position)
                            values (:code, :parent, :name, :english, :kind, :position)
                            on conflict (code) do update
                               set parent = excluded.parent, name = excluded.name, english = excluded.english,
                                   kind = excluded.kind, position = excluded.position
                            """)
                    .param("code", row.get("code")).param("parent", row.find("parent")).param("name", row.get("name"))
                    .param("english", row.text("english")).param("kind", row.get("kind")).param("position", position++).update();
        }
        return position;
    }

    private int departments(CityFolder folder) {
        int position = 0;
        for (var row : folder.rows("departments.csv")) {
            jdbc.sql("""
                            insert into department (code, parent, name, short_name, english, kind, area, phone, position)
                            values (:code, :parent, :name, :short, :english, :kind, :area, :phone, :position)
                            on conflict (code) do update
                               set parent = excluded.parent, name = excluded.name, short_name = excluded.short_name,
                                   english = excluded.english, kind = excluded.kind, area = excluded.area,
                                   phone = excluded.phone, position = excluded.position
                            """)
                    .param("code", row.get("code")).param("parent", row.find("parent")).param("name", row.get("name"))
                    .param("short", row.text("short")).param("english", row.text("english")).param("kind", row.get("kind"))
                    .param("area", row.find("area")).param("phone", row.text("phone")).param("position", position++).update();
        }
        return position;
    }

    private void groupsAndSeats(CityFolder folder) {
        for (var row : folder.rows("groups.csv")) {
            jdbc.sql("""
                            insert into staff_group (code, name, english, lead) values (:code, :name, :english, :lead)
                            on conflict (code) do update
                               set name = excluded.name, english = excluded.english, lead = excluded.lead
                            """)
                    .param("code", row.get("code")).param("name", row.get("name")).param("english", row.text("english"))
                    .param("lead", row.find("lead")).update();
        }
        for (var row : folder.rows("seats.csv")) {
            jdbc.sql("""
                            insert into seat (number, kind, skill, english) values (:number, :kind, :skill, :english)
                            on conflict (number) do update
                               set kind = excluded.kind, skill = excluded.skill, english = excluded.english
                            """)
                    .param("number", row.get("number")).param("kind", row.get("kind")).param("skill", row.find("skill"))
                    .param("english", row.text("english")).update();
        }
    }

    private int people(CityFolder folder) {
        int position = 0;
        for (var row : folder.rows("people.csv")) {
            jdbc.sql("""
                            insert into person (username, name, english, department, roles, staff_group, seat, skills, phone, position)
                            values (:username, :name, :english, :department, :roles, :group, :seat, :skills, :phone, :position)
                            on conflict (username) do update
                               set name = excluded.name, english = excluded.english, department = excluded.department,
                                   roles = excluded.roles, staff_group = excluded.staff_group, seat = excluded.seat,
                                   skills = excluded.skills, phone = excluded.phone, position = excluded.position
                            """)
                    .param("username", row.get("username")).param("name", row.get("name")).param("english", row.text("english"))
                    .param("department", row.get("department"))
                    .param("roles", row.list("roles").stream().map(Role::valueOf).map(Enum::name).toArray(String[]::new))
                    .param("group", row.find("group")).param("seat", row.find("seat"))
                    .param("skills", row.list("skills").toArray(String[]::new)).param("phone", secrets.seal(row.find("phone")))
                    .param("position", position++).update();
        }
        return position;
    }
}
