package city.minsheng.supervision;

import city.minsheng.directory.Actor;
import city.minsheng.platform.PdfPaper;
import city.minsheng.platform.PdfPaper.Part;
import city.minsheng.platform.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The same papers as PDF, in the official layout: what the screen and the Word file say, for those who only read and file it. */
@Component
public class PdfPapers {

    private final Papers papers;
    private final PdfPaper pdf;
    private final Words words;

    PdfPapers(Papers papers, PdfPaper pdf, Words words) {
        this.papers = papers;
        this.pdf = pdf;
        this.words = words;
    }

    public byte[] dailySheet(LocalDate day) {
        var sheet = papers.sheet(day);
        return pdf.written(say("sheet.title") + " " + sheet.day(), List.of(
                new Part.Head(sheet.office(), ""), new Part.Title(say("sheet.title")), new Part.Middle(sheet.day()),
                new Part.Paragraph(say("sheet.said", sheet.asOf(), n(sheet.unaccepted()), n(sheet.dueToday()), n(sheet.overdue()), n(sheet.notCalledBack()),
                        n(sheet.reminded()), n(sheet.read()), n(sheet.acted()))),
                new Part.Heading(say("sheet.reminders")),
                new Part.Rows(new PdfPaper.Table(heads("sheet.reminders.heads"), List.of(8, 10, 20, 30, 8, 14, 14), sheet.reminders().stream()
                        .map(one -> List.of(one.at(), one.by(), one.department(), one.order(), one.way(), one.receipt(), one.effect())).toList(), say("sheet.reminders.none"))),
                new Part.Heading(say("sheet.standings")),
                new Part.Rows(new PdfPaper.Table(heads("sheet.standings.heads"), List.of(40, 15, 15, 15, 15), sheet.standings().stream()
                        .map(one -> List.of(one.department(), n(one.open()), n(one.unaccepted()), n(one.dueToday()), n(one.overdue()))).toList(), ""))));
    }

    /** 督办单, 督办卡 and the other rungs, as they are sent out. */
    public byte[] measure(UUID id, Actor actor) {
        var order = papers.order(id, actor);
        var parts = new ArrayList<Part>(List.of(new Part.Head(order.office(), order.number()), new Part.Title(order.rung()),
                new Part.Address(order.departments() + "："), new Part.Heading(say("measure.cause")), new Part.Paragraph(order.title() + "。" + order.cause()),
                new Part.Heading(say("measure.demand")), new Part.Paragraph(order.demand()),
                new Part.Heading(say("measure.due")), new Part.Paragraph(say("measure.by", order.due(), order.office()))));
        if (!order.orders().isEmpty()) {
            parts.add(new Part.Heading(say("measure.orders")));
            parts.add(new Part.Rows(new PdfPaper.Table(heads("measure.orders.heads"), List.of(28, 72),
                    order.orders().stream().map(one -> List.of(one.number(), one.title())).toList(), "")));
        }
        parts.add(new Part.Signed(order.office(), order.day()));
        return pdf.written(order.rung() + " " + order.number(), parts);
    }

    private List<String> heads(String of) {
        return List.of(say(of).split("、"));
    }

    private static String n(int number) {
        return Integer.toString(number);
    }

    /** An official paper is Chinese, whoever downloads it. */
    private String say(String what, Object... arguments) {
        return words.in(Locale.CHINESE, "paper." + what, arguments);
    }
}
