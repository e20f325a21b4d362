package org.shouwang.policy;

import org.shouwang.platform.csv.SheetColumn;

/** The columns of a list of days, by their English and their Chinese heads. */
enum CalendarColumn implements SheetColumn {
    DAY("day", "日期"),
    WORKING("working", "是否上班"),
    NAME("name", "名称");

    private final String field;
    private final String chinese;

    CalendarColumn(String field, String chinese) {
        this.field = field;
        this.chinese = chinese;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public String chinese() {
        return chinese;
    }

    @Override
    public boolean isRequired() {
        return true;
    }
}
