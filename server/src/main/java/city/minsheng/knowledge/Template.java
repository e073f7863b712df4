package city.minsheng.knowledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 答复模板, agreed with a department and signed off by somebody. */
public record Template(String code, @Nullable String category, String title, String body, String basis, String department,
        String signedBy, LocalDate signedOn) {}
