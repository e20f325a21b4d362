package org.shouwang.register.child;

import java.time.LocalDate;
import java.util.List;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.Posts.Holder;

/** What is told of categories that the rules propose, end or restore. */
final class CategoryNotices {

    private static final String CHILD = "child";

    private CategoryNotices() {}

    /** Once a day and village, however many children: the list shows them. */
    static List<Notice> proposed(Child child, List<Holder> above, LocalDate today) {
        return of(above, RoleCode.TOWNSHIP_COORDINATOR).stream()
                .map(holder -> notice("left-behind-proposed", child.areaCode + "/" + today, child, holder))
                .toList();
    }

    /** What a person has verified or approved does not end unheard. */
    static List<Notice> ended(Child child, ChildCategory category, List<Holder> above, LocalDate today) {
        return category.endedFrom == CategoryStatus.CLAIMED
                ? List.of()
                : changed("category-ended", child, category, above, today);
    }

    static List<Notice> restored(Child child, ChildCategory category, List<Holder> above, LocalDate today) {
        return category.status == CategoryStatus.CLAIMED
                ? List.of()
                : changed("category-restored", child, category, above, today);
    }

    /** To who coordinates; to the county of a category of which nobody below may know, and while that post is vacant. */
    private static List<Notice> changed(
            String event, Child child, ChildCategory category, List<Holder> above, LocalDate today) {
        List<Holder> may = above.stream()
                .filter(holder -> RestrictedCategories.reach(category.categoryCode, holder.post(), Right.CHILD_READ))
                .toList();
        List<Holder> coordinators = of(may, RoleCode.TOWNSHIP_COORDINATOR);
        return (coordinators.isEmpty() ? of(may, RoleCode.COUNTY_CIVIL_AFFAIRS) : coordinators)
                .stream()
                        .map(holder -> notice(event, category.id + "/" + today, child, holder))
                        .toList();
    }

    private static List<Holder> of(List<Holder> holders, RoleCode role) {
        return holders.stream().filter(holder -> holder.post().role() == role).toList();
    }

    private static Notice notice(String event, String occurrence, Child child, Holder holder) {
        return new Notice(
                holder.workerId(),
                holder.workerNumber(),
                holder.post().appointmentId(),
                event,
                occurrence,
                Push.NONE,
                CHILD,
                child.id,
                null);
    }
}
