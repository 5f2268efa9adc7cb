import type pg from 'pg'

/** How many contacts, and how many events they share. */
export type Size = { contacts: number; events: number }

/**
 * Fills a workspace by plain SQL: persons with facts of the ready-made rules, and events of 18 months spread unevenly
 * (a few contacts do much, most do little). Only what is measured later goes through the program.
 */
export async function seed(client: pg.ClientBase, workspaceId: string, { contacts, events }: Size) {
  // Foreign keys are known to hold; checking ten million of them would take most of the time.
  await client.query('set session_replication_role = replica')
  await client.query(seedContacts, [workspaceId, contacts])
  await client.query(seedIdentities, [workspaceId, contacts])
  await client.query(seedEvents, [workspaceId, contacts, events])
  await client.query('set session_replication_role = origin')
  await client.query('vacuum analyze contacts, identities, events')
}

// Ids are made from the row's number, so that events find their contact without a join.
const idOf = (prefix: string, number: string) => `(${prefix} || lpad(to_hex(${number}), 12, '0'))::uuid`
const contactId = (number: string) => idOf(`'01900000-0000-7000-8000-'`, number)
const eventId = (number: string) => idOf(`'01910000-0000-7000-8000-'`, number)

const seedContacts = `
  insert into contacts (workspace_id, id, kind, display_name, given_name, surname, sector, country, city, decision_role,
      source, search_text, created_at, updated_at)
  select $1, ${contactId('n')}, 'person', given || ' ' || surname, given, surname,
      (array['Metal', 'Alimentación', 'Logística', 'Salud', 'Educación'])[1 + n % 5],
      (array['ES', 'ES', 'ES', 'MX', 'FR'])[1 + n % 5],
      (array['Madrid', 'Bilbao', 'Sevilla', 'Vigo'])[1 + n % 4],
      case when n % 3 = 0 then (array['decides', 'influences', 'uses'])[1 + n % 9 / 3] end,
      (array['Web', 'Feria', 'Webinar'])[1 + n % 3],
      normalised(given || ' ' || surname || ' ' || surname || n || '@empresa' || n % 997 || '.example'),
      now() - (n % 540) * interval '1 day', now()
  from (select n, (array['Ana', 'Luis', 'Marta', 'Íñigo', 'Nuria', 'Óscar', 'Begoña', 'Raúl'])[1 + n % 8] as given,
          (array['Núñez', 'García', 'Etxeberria', 'López', 'Sáez', 'Peña', 'Ruiz'])[1 + n % 7] as surname
        from generate_series(1, $2::int) n) people`

const seedIdentities = `
  insert into identities (workspace_id, contact_id, kind, value, raw, is_primary, created_at)
  select $1, ${contactId('n')}, 'email', 'contacto' || n || '@empresa' || n % 997 || '.example', '', true, now()
  from generate_series(1, $2::int) n`

const seedEvents = `
  insert into events (workspace_id, id, contact_id, name, direction, at, received_at, source, properties)
  select $1, ${eventId('n')},
      ${contactId('1 + floor($2 * power(hashed.chance, 1.6))::int')},
      signal.name, signal.direction, at, at, 'import', '{}'
  from generate_series(1, $3::int) n,
    lateral (select (hashint4(n)::bigint + 2147483648) / 4294967296.0 as chance, abs(hashint4(n + 7)::bigint) % 100 as kind,
        now() - (abs(hashint4(n + 13)::bigint) % 46656000) * interval '1 second' as at) hashed,
    lateral (select case when kind < 55 then 'page_viewed' when kind < 65 then 'email_opened' when kind < 73 then 'key_page_viewed'
          when kind < 80 then 'email_sent' when kind < 86 then 'email_link_clicked' when kind < 90 then 'file_downloaded'
          when kind < 93 then 'subscribed' when kind < 96 then 'call' when kind < 98 then 'email_replied' when kind < 99 then 'meeting'
          else 'purchase' end as name,
        case when kind < 65 then 'in' when kind between 73 and 79 then 'out' when kind between 65 and 92 then 'in' else 'two' end as direction) signal`
