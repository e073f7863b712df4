package city.minsheng.directory;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does about people. */
@Service
public class PeopleAdministration {

    private final People people;
    private final Departments departments;

    PeopleAdministration(People people, Departments departments) {
        this.people = people;
        this.departments = departments;
    }

    /** Those whose name, username or department contains the words; everyone where there are none. */
    public List<Person> find(String words) {
        return people.all().stream()
                .filter(person -> words.isEmpty() || person.name().contains(words) || person.username().contains(words)
                        || String.valueOf(departments.nameOf(person.department())).contains(words))
                .toList();
    }

    @Transactional
    public Person unlock(String username) {
        people.unlock(people.get(username).username());
        return people.get(username);
    }
}
