-- A unit takes back what nobody has reviewed yet: the value is with it again.
alter table indicator_value_act drop constraint indicator_value_act_kind_check;
alter table indicator_value_act add constraint indicator_value_act_kind_check
    check (kind in ('SUBMIT', 'RESUBMIT', 'TAKE_BACK', 'RETURN', 'REVIEW', 'PUBLISH', 'CORRECT')) not valid;
alter table indicator_value_act drop constraint indicator_value_act_check1;
alter table indicator_value_act add constraint indicator_value_act_figures_check
    check ((numerator is null) = (kind in ('TAKE_BACK', 'RETURN', 'REVIEW', 'PUBLISH'))) not valid;
