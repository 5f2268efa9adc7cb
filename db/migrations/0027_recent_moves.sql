-- Home: the newest moves that contacts made, and how many each publication moved, however many a new version has just moved.
create index moves_made on moves (workspace_id, funnel_id, at desc, id desc) where cause <> 'definition';

create index moves_by_publication on moves (workspace_id, funnel_id, at) where cause = 'definition';
