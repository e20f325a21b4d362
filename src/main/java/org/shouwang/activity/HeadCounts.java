package org.shouwang.activity;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How many took part in an activity, in person-times (人次): the same child counts again at the next activity. */
@Embeddable
record HeadCounts(
        @Column(name = "count_children") int countChildren,
        @Column(name = "count_boys") int countBoys,
        @Column(name = "count_girls") int countGirls,
        @Column(name = "count_age_0_to_2") int countAge0To2,
        @Column(name = "count_age_3_to_5") int countAge3To5,
        @Column(name = "count_age_6_to_11") int countAge6To11,
        @Column(name = "count_age_12_to_15") int countAge12To15,
        @Column(name = "count_age_16_to_17") int countAge16To17,
        @Column(name = "count_left_behind") int countLeftBehind,
        @Column(name = "count_difficult") int countDifficult,
        @Column(name = "count_migrant") int countMigrant,
        @Column(name = "count_disabled") int countDisabled,
        @Column(name = "count_parents") int countParents,
        @Column(name = "count_women") int countWomen,
        @Column(name = "count_volunteers") int countVolunteers) {

    /** The columns, for reads that go without the entity. */
    static final String COLUMNS = """
            c.count_children, c.count_boys, c.count_girls, c.count_age_0_to_2, c.count_age_3_to_5, c.count_age_6_to_11,
            c.count_age_12_to_15, c.count_age_16_to_17, c.count_left_behind, c.count_difficult, c.count_migrant,
            c.count_disabled, c.count_parents, c.count_women, c.count_volunteers
            """;

    /** Reads a row of {@link #COLUMNS}. */
    static HeadCounts of(Row row) {
        return new HeadCounts(
                row.getInteger("count_children"),
                row.getInteger("count_boys"),
                row.getInteger("count_girls"),
                row.getInteger("count_age_0_to_2"),
                row.getInteger("count_age_3_to_5"),
                row.getInteger("count_age_6_to_11"),
                row.getInteger("count_age_12_to_15"),
                row.getInteger("count_age_16_to_17"),
                row.getInteger("count_left_behind"),
                row.getInteger("count_difficult"),
                row.getInteger("count_migrant"),
                row.getInteger("count_disabled"),
                row.getInteger("count_parents"),
                row.getInteger("count_women"),
                row.getInteger("count_volunteers"));
    }
}
