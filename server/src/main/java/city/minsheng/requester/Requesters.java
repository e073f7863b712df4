package city.minsheng.requester;

import city.minsheng.platform.Ids;
import city.minsheng.platform.Masking;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Question;
import city.minsheng.platform.Secrets;
import city.minsheng.platform.Time;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on the table requester. */
@Repository
public class Requesters {

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final PhoneNumbers numbers;
    private final Clock clock;

    Requesters(JdbcClient jdbc, Secrets secrets, PhoneNumbers numbers, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * The requester with this number, now known by this name too; somebody new where there is neither number nor account.
     *
     * @param account who it is to the channel, where no number is known
     */
    public UUID remember(Contact contact, @Nullable String account) {
        var phone = numbers.normal(contact.phone()).orElse(contact.phone());
        var now = clock.instant();
        return jdbc.sql("""
                        insert into requester (id, name, name_index, phone, contact_index, first_at, last_at)
                        values (:id, :name, :nameIndex, :phone, :contactIndex, :now, :now)
                        on conflict (contact_index) do update
                           set last_at = excluded.last_at,
                               name = coalesce(excluded.name, requester.name),
                               name_index = coalesce(excluded.name_index, requester.name_index)
                        returning id
                        """)
                .param("id", Ids.next(now))
                .param("name", secrets.seal(contact.name())).param("nameIndex", nameIndex(contact.name()))
                .param("phone", secrets.seal(phone)).param("contactIndex", phone == null && account != null ? secrets.index("account", account) : phoneIndex(phone))
                .param("now", Time.sql(now)).query(UUID.class).single();
    }

    public Optional<UUID> byPhone(String typed) {
        return numbers.normal(typed).flatMap(phone -> jdbc.sql("select id from requester where contact_index = :index")
                .param("index", phoneIndex(phone)).query(UUID.class).optional());
    }

    public List<UUID> byName(String name) {
        return jdbc.sql("select id from requester where name_index = :index order by last_at desc limit 20")
                .param("index", nameIndex(name)).query(UUID.class).list();
    }

    public Requester get(UUID id) {
        return find(List.of(id)).values().stream().findFirst().orElseThrow(() -> new NotFound("requester", id));
    }

    public Map<UUID, Requester> find(Collection<UUID> ids) {
        return jdbc.sql("select id, name, phone from requester where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new)).query(this::masked)
                .list().stream().collect(Collectors.toMap(Requester::id, Function.identity()));
    }

    /** The same of one, for who has more to ask. */
    public Question<Requester> asked(UUID id) {
        return new Question<>("select id, name, phone from requester where id = ?", this::masked, id);
    }

    private Requester masked(ResultSet row, int number) throws SQLException {
        return new Requester(row.getObject(1, UUID.class), Masking.name(secrets.open(row.getString(2))), Masking.phone(national(secrets.open(row.getString(3)))));
    }

    /** Those of them whose number is known. Nothing is opened for it. */
    public Set<UUID> withPhone(Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql("select id from requester where id = any(:ids) and phone is not null")
                .param("ids", ids.toArray(UUID[]::new)).query(UUID.class).list());
    }

    /** In clear, of those who gave one: only to be taken out of what is shown. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        jdbc.sql("select id, name from requester where id = any(:ids) and name is not null").param("ids", ids.toArray(UUID[]::new)).query(row -> {
            names.put(row.getObject(1, UUID.class), secrets.open(row.getString(2)));
        });
        return names;
    }

    /** In clear: only for {@link Revealing}, and for sending the requester a message. */
    public Contact contact(UUID id) {
        return jdbc.sql("select name, phone from requester where id = :id").param("id", id)
                .query((row, n) -> new Contact(secrets.open(row.getString(1)), national(secrets.open(row.getString(2)))))
                .optional().orElseThrow(() -> new NotFound("requester", id));
    }

    private static @Nullable String national(@Nullable String phone) {
        return phone != null && phone.startsWith("+86") ? phone.substring(3) : phone;
    }

    private @Nullable String phoneIndex(@Nullable String phone) {
        return phone == null || phone.isBlank() ? null : secrets.index("phone", phone);
    }

    private @Nullable String nameIndex(@Nullable String name) {
        return name == null || name.isBlank() ? null : secrets.index("name", name.strip());
    }
}
