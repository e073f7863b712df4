package city.minsheng.textmining.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a catalogue says of a category, as texts to learn from: enough for the first day, before anybody has decided anything. */
public final class Hints {

    private Hints() {}

    /** @param parent name of the category above, or nothing @param words as people say it */
    public static List<Sample> of(String label, String name, String parent, List<String> words) {
        var hints = new ArrayList<Sample>();
        hints.add(Sample.hint(name, label));
        hints.add(Sample.hint(parent + name, label));
        hints.add(Sample.hint(name + "，" + String.join("，", words), label));
        for (int i = 0; i < words.size(); i++) {
            hints.add(Sample.hint(words.get(i), label));
            hints.add(Sample.hint(words.get(i) + words.get((i + 1) % words.size()), label));
        }
        return hints;
    }

    /** An answer that is ready for the category, or an article: its question, and with what is answered. */
    public static List<Sample> ofAnswer(String label, String question, String answer) {
        return List.of(Sample.hint(question, label), Sample.hint(question + "。" + answer, label));
    }

    /** The ways in which an article's question is asked. */
    public static List<Sample> asked(String label, String question, List<String> ways) {
        return Stream.concat(Stream.of(question), ways.stream()).map(each -> Sample.hint(each, label)).toList();
    }
}
