package city.minsheng.textmining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** 拼音首字母: 住建局 is found by {@code zjj}. A character with several readings has the first letter of each. */
public final class Initials {

    private static final char FIRST = '\u3007';
    private static final char LAST = '\u9fff';

    /** 20,000 characters in 80 kB, read when the first is asked for. HanLP brings the file. */
    private static final class Readings {

        static final int[] LETTERS = read();

        private static int[] read() {
            var letters = new int[LAST - FIRST + 1];
            try (var file = new BufferedReader(new InputStreamReader(
                    com.hankcs.hanlp.HanLP.class.getResourceAsStream("/data/dictionary/pinyin/pinyin.txt"), StandardCharsets.UTF_8))) {
                for (String line; (line = file.readLine()) != null; ) {
                    if (line.indexOf('=') == 1 && line.charAt(0) >= FIRST && line.charAt(0) <= LAST) {
                        letters[line.charAt(0) - FIRST] = letters(line.substring(2));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return letters;
        }

        private static int letters(String readings) {
            int letters = 0;
            for (var reading : readings.split(",")) {
                int letter = reading.isEmpty() ? -1 : reading.charAt(0) - 'a';
                letters |= letter >= 0 && letter < 26 ? 1 << letter : 0;
            }
            return letters;
        }
    }

    private Initials() {}

    /** For each character the letters that it may stand for; none for what has no reading. Letters and digits stand for themselves. */
    public static List<String> of(String name) {
        return Words.normal(name).chars().mapToObj(character -> letters((char) character)).toList();
    }

    private static String letters(char character) {
        if (character < FIRST || character > LAST) {
            return Words.isLatin(character) ? String.valueOf(character) : "";
        }
        var letters = new StringBuilder();
        for (int letter = 0; letter < 26; letter++) {
            if ((Readings.LETTERS[character - FIRST] & 1 << letter) != 0) {
                letters.append((char) ('a' + letter));
            }
        }
        return letters.toString();
    }

    /** Where in the name the typed letters are the initials of neighbouring characters; -1 where nowhere. */
    public static int find(String typed, String name) {
        var letters = of(name);
        var wanted = Words.normal(typed.strip());
        for (int at = 0; !wanted.isEmpty() && at + wanted.length() <= letters.size(); at++) {
            if (fits(wanted, letters, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean fits(String wanted, List<String> letters, int at) {
        for (int i = 0; i < wanted.length(); i++) {
            if (letters.get(at + i).indexOf(wanted.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
