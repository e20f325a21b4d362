package org.shouwang.activity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.ClientRecord;

@Entity
@Table(name = "childrens_home")
class ChildrensHome extends ClientRecord {

    String name;
    String homeCode;
    String address;

    @Enumerated(EnumType.STRING)
    HomeType homeType;

    LocalDate openedOn;

    @Enumerated(EnumType.STRING)
    HomeStatus status;

    /** From which day on it has its status; null while nobody has said so. */
    @Nullable
    LocalDate statusSince;

    BigDecimal indoorM2;
    BigDecimal outdoorM2;
    String[] zones;
    String[] functions;

    @Nullable
    BigDecimal geoLat;

    @Nullable
    BigDecimal geoLng;

    @Nullable
    Integer bookCount;

    @Nullable
    Boolean hasSign;

    @Nullable
    Boolean rulesPosted;

    @Nullable
    Boolean hoursPosted;

    @Nullable
    Integer childrenServed;

    protected ChildrensHome() {}

    ChildrensHome(Birth birth, HomeForm form) {
        super(birth, form.clientTime(), form.deviceId());
        this.homeCode = form.homeCode();
        say(form);
    }

    /** Makes it say what the form says; its place and its code stay. */
    final void say(HomeForm form) {
        this.name = form.name();
        this.address = form.address();
        this.homeType = form.homeType();
        this.openedOn = form.openedOn();
        this.status = form.status();
        this.indoorM2 = form.indoorM2();
        this.outdoorM2 = form.outdoorM2();
        this.zones = form.zones().stream().map(Enum::name).toArray(String[]::new);
        this.functions = form.functions().stream().map(Enum::name).toArray(String[]::new);
        this.geoLat = form.geoLat();
        this.geoLng = form.geoLng();
        this.bookCount = form.bookCount();
        this.hasSign = form.hasSign();
        this.rulesPosted = form.rulesPosted();
        this.hoursPosted = form.hoursPosted();
        this.childrenServed = form.childrenServed();
    }
}
