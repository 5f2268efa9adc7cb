-- Numbers of a standing are written over and over: with room left on its page a new one touches fewer indexes.
alter table standings set (fillfactor = 80);
