-- The messages among a contact's events: what pairMessages reads after every change, without the page views beside them.
-- Its names are the messages of the catalogue (src/activity/events.ts); one that is missing here makes it slower, not wrong.
create index messages_of_contact on events (workspace_id, contact_id, at) where name in (
  'linkedin_message_sent', 'linkedin_replied', 'email_sent', 'email_received', 'email_replied', 'whatsapp_sent',
  'whatsapp_received', 'chat'
);
