package city.minsheng.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What the server says to people, in Chinese or English. A room's own words lie in {@code words/<room>_zh.properties}. */
@Component
public class Words {

    private final MessageSource messages = messages();

    private static MessageSource messages() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("words");
        source.addBasenames(ofRooms());
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.CHINESE);
        return source;
    }

    private static String[] ofRooms() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:words/*_zh.properties"))
                    .map(file -> "words/" + file.getFilename().replace("_zh.properties", "")).sorted().toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the reader's language; the code itself where no words were written, so that a gap is seen. */
    public String say(String code, Object... arguments) {
        return in(LocaleContextHolder.getLocale(), code, arguments);
    }

    public String in(Locale locale, String code, Object... arguments) {
        var language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE;
        return messages.getMessage(code, arguments, code, language);
    }
}
