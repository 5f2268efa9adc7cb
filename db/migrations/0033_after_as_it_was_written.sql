-- Kept to be read again as it is: taken apart into jsonb, what became of a contact took half of the time of writing its change.
alter table contact_changes alter after type json using after::json;
