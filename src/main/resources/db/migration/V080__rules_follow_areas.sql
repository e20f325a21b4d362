-- Which rules hold at a place follows who runs it (托管) and what it was merged into.
create trigger area_rules_stamp
    after update of administered_by_area_code, administered_by_organisation_id, administered_from, valid_to, successor_code
    on area for each statement execute function raise_rules_stamp();
create trigger organisation_rules_stamp after update of area_code, kind on organisation
    for each statement execute function raise_rules_stamp();
