package org.parley.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rounds as a calendar (RFC 5545) that programs subscribe to: an event on the days of each, or on the last day that was planned. Rounds
 * without a day are left out. The same record has the same bytes: an event's stamp is the moment of its last change, or the last day on
 * which one of its sources was published.
 */
final class CalendarWriter implements TableWriter {
    /** The longest line, in octets without its end. */
    private static final int LONGEST = 75;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final String host;
    private final Writer out;

    /** @param host what makes the ids of events unique in the world, such as the name of the server */
    CalendarWriter(String host, Writer out) {
        this.host = host;
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Parley//Parley//EN");
        line("CALSCALE:GREGORIAN");
        line("X-WR-CALNAME:" + text("Talks on record"));
        line("REFRESH-INTERVAL;VALUE=DURATION:PT12H");
    }

    @Override
    public void write(List<Map<String, Object>> records) throws IOException {
        for (Map<String, Object> round : records) {
            List<String> planned = Records.list(round.get("planned")).stream()
                    .map(each -> (String) each.get("date"))
                    .sorted()
                    .toList();
            String start = (String) round.get("start");
            if (start == null && round.get("edtf") == null && !planned.isEmpty()) {
                start = planned.get(planned.size() - 1);
            }
            if (start != null) {
                String end = round.get("start") == null || round.get("end") == null ? start : (String) round.get("end");
                write(round, LocalDate.parse(start), LocalDate.parse(end), planned);
            }
        }
    }

    private void write(Map<String, Object> round, LocalDate start, LocalDate end, List<String> planned)
            throws IOException {
        line("BEGIN:VEVENT");
        line("UID:" + text(round.get("id") + "@" + host));
        line("DTSTAMP:" + stamp(round, start));
        line("SEQUENCE:" + planned.size());
        line("DTSTART;VALUE=DATE:" + DAY.format(start));
        line("DTEND;VALUE=DATE:" + DAY.format(end.plusDays(1)));
        line("SUMMARY:" + text((String) round.get("title")));
        line("STATUS:"
                + switch ((String) round.get("status")) {
                    case "HELD" -> "CONFIRMED";
                    case "CANCELLED" -> "CANCELLED";
                    default -> "TENTATIVE";
                });
        Map<String, Object> venue = Records.map(round.get("venue"));
        if (venue != null) {
            line("LOCATION:" + text((String) venue.get("name")));
            if (venue.get("latitude") != null) {
                line("GEO:" + venue.get("latitude") + ";" + venue.get("longitude"));
            }
        }
        line("CATEGORIES:ROUND");
        line("TRANSP:TRANSPARENT");
        line("DESCRIPTION:" + text(description(round, planned)));
        line("END:VEVENT");
    }

    private static String description(Map<String, Object> round, List<String> planned) {
        List<String> parts = new ArrayList<>();
        if (round.get("format") != null) {
            parts.add((String) round.get("format"));
        }
        if (!planned.isEmpty()) {
            parts.add("Planned for: " + String.join(", ", planned));
        }
        Records.list(round.get("outcomes")).forEach(each -> parts.add((String) each.get("summary")));
        parts.add("Dates: " + round.get("dateBasis") + ". Sources: "
                + String.join(
                        "; ",
                        Records.sources(round).stream()
                                .map(source -> (String) source.get("label"))
                                .distinct()
                                .toList()));
        return String.join("\n", parts);
    }

    private static String stamp(Map<String, Object> round, LocalDate start) {
        Map<String, Object> change = Records.map(round.get("lastChange"));
        if (change != null) {
            return MOMENT.format(OffsetDateTime.parse((String) change.get("at")).withOffsetSameInstant(ZoneOffset.UTC));
        }
        LocalDate published = Records.sources(round).stream()
                .map(source -> (String) source.get("publishedOn"))
                .filter(day -> day != null)
                .map(LocalDate::parse)
                .max(LocalDate::compareTo)
                .orElse(start);
        return MOMENT.format(published.atStartOfDay());
    }

    @Override
    public void end() throws IOException {
        line("END:VCALENDAR");
        out.flush();
    }

    /** A value of the type TEXT. Control characters but the line's end are not allowed there. */
    private static String text(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** Folds the line so that none has more than {@value #LONGEST} octets, and none ends within a character. */
    private void line(String content) throws IOException {
        int octets = 0;
        for (int at = 0; at < content.length(); ) {
            int point = content.codePointAt(at);
            String character = Character.toString(point);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST) {
                out.write("\r\n ");
                octets = 1;
            }
            out.write(character);
            octets += length;
            at += Character.charCount(point);
        }
        out.write("\r\n");
    }
}
