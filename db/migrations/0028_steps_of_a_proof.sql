-- What the worker is at: it chooses whom to look at, looks at each (done of total), and learns from what it saw.
alter table proofs add column step text not null default 'choosing' check (step in ('choosing', 'looking', 'learning'));
