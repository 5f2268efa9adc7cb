-- What a funnel is called, in each language; the main one of a new workspace has none and is called by the dictionary's word.
alter table funnels rename column name to name_es;
alter table funnels add column name_en text not null default '';
update funnels set name_en = name_es;
