package org.shouwang.protection.directory;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.shouwang.platform.csv.Cells;

/**
 * Service hours as people write them: 24小时; 每天 08:00-18:00; 周一至周五 08:00-12:00 14:00-18:00；周六、周日 09:00-12:00.
 */
final class HoursText {

    private static final String DAYS_OF_WEEK = "一二三四五六日";
    private static final String ALWAYS = "(全天)?(24小时)?";
    private static final String EVERY_DAY = "每天|每日|周一至周日";
    private static final Pattern DAYS = Pattern.compile("周?([一二三四五六日])(?:-周?([一二三四五六日]))?");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}:\\d{2})-(\\d{1,2}:\\d{2})");
    private static final Pattern PART = Pattern.compile("([^\\d]*)((?:" + SPAN + "[\\s,、]*)+)");

    private HoursText() {}

    /** Empty when it cannot be read as a whole. What is read may still break the rules of hours. */
    static Optional<List<ServiceHours>> read(String cell) {
        String text = Cells.plain(cell)
                .replaceAll(EVERY_DAY, "周一-周日")
                .replaceAll("\\s*[至到~—–-]+\\s*", "-")
                .replace("星期", "周")
                .replace("周天", "周日");
        if (!text.isEmpty() && text.matches(ALWAYS)) {
            return Optional.of(of(List.of(DayOfWeek.values()), "00:00", "24:00"));
        }
        List<ServiceHours> hours = new ArrayList<>();
        for (String part : text.split("[;；]", -1)) {
            Matcher found = PART.matcher(part.strip());
            List<DayOfWeek> days = found.matches() ? days(found.group(1).strip()) : List.of();
            if (days.isEmpty()) {
                return Optional.empty();
            }
            SPAN.matcher(found.group(2))
                    .results()
                    .forEach(span -> hours.addAll(of(days, padded(span.group(1)), padded(span.group(2)))));
        }
        return hours.stream().allMatch(HoursText::isTime) ? Optional.of(hours) : Optional.empty();
    }

    /** None when it names no days. Times without days hold every day. */
    private static List<DayOfWeek> days(String text) {
        if (text.isEmpty()) {
            return List.of(DayOfWeek.values());
        }
        List<DayOfWeek> days = new ArrayList<>();
        for (String some : text.split("[,、和]", -1)) {
            Matcher found = DAYS.matcher(some.strip());
            if (!found.matches()) {
                return List.of();
            }
            int first = DAYS_OF_WEEK.indexOf(found.group(1));
            int last = found.group(2) == null ? first : DAYS_OF_WEEK.indexOf(found.group(2));
            IntStream.rangeClosed(first, last)
                    .mapToObj(i -> DayOfWeek.of(i + 1))
                    .forEach(days::add);
        }
        return days;
    }

    private static List<ServiceHours> of(List<DayOfWeek> days, String from, String to) {
        return days.stream().map(day -> new ServiceHours(day, from, to)).toList();
    }

    private static String padded(String time) {
        return time.length() < 5 ? "0" + time : time;
    }

    private static boolean isTime(ServiceHours hours) {
        return hours.from().matches(ServiceHours.TIME) && hours.to().matches(ServiceHours.TIME + "|24:00");
    }
}
