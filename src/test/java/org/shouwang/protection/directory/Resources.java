package org.shouwang.protection.directory;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;

/** Entries of the directory as tests send and store them. */
public final class Resources {

    private Resources() {}

    /** A legal aid point that an area keeps for itself. */
    public static Map<String, Object> legalAid(String area) {
        Map<String, Object> form = new HashMap<>();
        form.put("areaCode", area);
        form.put("name", "试验法律援助联络点");
        form.put("category", "LEGAL_AID");
        form.put("areaScope", List.of(area));
        form.put("phone", "0917-0000099");
        form.put("hours", List.of(Map.of("weekday", "MONDAY", "from", "08:30", "to", "17:30")));
        form.put("acceptsReferralTypes", List.of("LEGAL_AID"));
        form.put("providerType", "GOV");
        form.put("verifiedOn", Demo.today().toString());
        form.put("contactPerson", "试联系人");
        return form;
    }

    /** A list of one entry that an area keeps for itself. */
    public static String file(String area) {
        return """
                登记区划,名称,类别,电话,服务时间,提供方,核实日期
                %s,试验调解室,婚姻家庭纠纷调解,0917-0000098,24小时,政府,%s
                """.formatted(area, Demo.today());
    }

    /** Stores an active entry, checked today, past the API. */
    static UUID stored(DataSource database, String name, String category, long... serves) throws SQLException {
        UUID id = UUID.randomUUID();
        Sql.update(database, """
                insert into resource (id, area_code, name, category, phone, hours, accepts_referral_types, provider_type,
                                      verified_on, created_at, updated_at)
                values (?, ?, ?, ?, '0917-0000097', '[]', '{}', 'GOV', ?, now(), now())
                """, id, serves[0], name, category, Demo.today());
        for (long area : serves) {
            Sql.update(database, "insert into resource_area (resource_id, area_code) values (?, ?)", id, area);
        }
        return id;
    }

    /** Takes entries away that would be in the way of others. */
    static void remove(DataSource database, UUID... ids) throws SQLException {
        for (UUID id : ids) {
            Sql.update(database, "delete from resource_area where resource_id = ?", id);
            Sql.update(database, "delete from resource where id = ?", id);
        }
    }
}
