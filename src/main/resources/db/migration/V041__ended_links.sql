-- A link that ends is a fact about the parents too: the rules look at the child's categories again.
create function part_ended_for_categories() returns trigger
    language plpgsql
as $$
begin
    perform look_at_categories(array [old.child_id]);
    return null;
end
$$;

create trigger member_child_ended_category_look after delete on member_child
    for each row execute function part_ended_for_categories();
