package city.minsheng;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.TestConstructor;

/**
 * The whole house on a real PostgreSQL and a real port, with the sample city and no invented orders.
 *
 * <p>All tests of one schema share one running house: each makes orders of its own and looks at no others. A test that
 * damages rows or adds listeners names a schema of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("database")
@SpringBootTest(classes = Minsheng.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextCustomizerFactories(House.Factory.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface HouseTest {

    /** The schema. */
    String value() default "house";

    /** Further properties, {@code name=value}. */
    String[] properties() default {};
}
