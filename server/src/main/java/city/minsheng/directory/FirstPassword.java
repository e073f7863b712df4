package city.minsheng.directory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Outside demo mode there is no default password: the first start makes one and prints it once. */
@Component
@Order(1)
class FirstPassword implements ApplicationRunner {

    private final People people;
    private final SignIns signIns;
    private final boolean demo;
    private final boolean serving;

    FirstPassword(People people, SignIns signIns, @Value("${minsheng.demo}") boolean demo, @Value("${minsheng.serving:true}") boolean serving) {
        this.people = people;
        this.signIns = signIns;
        this.demo = demo;
        this.serving = serving;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var all = people.all();
        if (demo || !serving || all.stream().anyMatch(person -> person.passwordHash() != null)) {
            return;
        }
        all.stream().filter(person -> person.roles().contains(Role.ADMINISTRATOR)).findFirst().ifPresent(admin ->
                System.out.printf("%n  First sign-in: user %s, password %s (once; then choose your own)%n%n",
                        admin.username(), signIns.resetPassword(admin.username())));
    }
}
