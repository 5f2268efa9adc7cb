import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { systemFields } from '../contacts/fields.ts'
import { describeColumns } from './columns.ts'
import { detectText } from './detect.ts'
import { openQuestions, type Target } from './mapping.ts'
import { presetOf } from './presets.ts'
import { readHeader, readRows } from './rows.ts'
import { suggestMapping } from './suggest.ts'

const real = new URL('../../../shared/data/', import.meta.url)
const whenReal = test.skipIf(!existsSync(real))

const fallback = { dates: 'dmy', decimals: ',' } as const

function suggest(names: string[], ...rows: string[][]) {
  const columns = describeColumns(
    names,
    rows.map((cells, i) => ({ row: i + 2, cells })),
    fallback,
  )
  const mapping = suggestMapping(columns, systemFields)
  return {
    mapping,
    targets: Object.fromEntries(mapping.columns.map(each => [each.name, each.target])) as Record<
      string,
      Target
    >,
  }
}

async function suggestFor(name: string) {
  const bytes = await readFile(new URL(name, real))
  const format = detectText({ bytes, total: bytes.length, utf8: true }, 'es')
  const parts = async function* () {
    yield bytes
  }
  const names = await readHeader(parts(), format)
  const rows = (await Array.fromAsync(readRows(parts(), format))).flat()
  return suggest(names, ...rows.map(row => row.cells))
}

test.each([
  ['hubspot', 'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date'],
  ['hubspot-companies', 'Record ID,Company name,Website URL,Company owner,Create Date'],
  ['hubspot-es', 'ID de registro,Nombre,Apellidos,Correo,Propietario del contacto,Estado del lead,Cargo'],
  ['salesforce-leads', 'ID,ISDELETED,MASTERRECORDID,LASTNAME,LEADSOURCE,ISCONVERTED,EMAIL'],
  ['salesforce-contacts', 'Id,IsDeleted,AccountId,LastName,ReportsToId,Email'],
  [
    'salesforce-report',
    'Lead Owner,First Name,Last Name,Title,Company / Account,Email,Lead Source,Lead Status',
  ],
  ['pipedrive', 'Person - ID,Person - Name,Person - Organization,Person - Email - Work'],
  ['zoho', 'Record Id,Lead Owner.id,Lead Owner,Company,First Name,Email Opt Out'],
  ['mautic', 'id,title,firstname,lastname,company,email,points,stage'],
  ['mautic-companies', 'companyname,companyemail,companyphone,companycity'],
  ['mailchimp', 'Email Address,First Name,MEMBER_RATING,OPTIN_TIME,LEID,EUID,NOTES,TAGS'],
  ['mailchimp-cleaned', 'Email Address,MEMBER_RATING,CLEAN_TIME,LEID,EUID'],
  ['mailchimp-unsubscribed', 'Email Address,MEMBER_RATING,UNSUB_TIME,LEID,EUID'],
  ['google-contacts', 'First Name,Phonetic First Name,Labels,E-mail 1 - Label,E-mail 1 - Value'],
  ['google-contacts-old', 'Name,Given Name,Yomi Name,Group Membership,E-mail 1 - Value'],
  ['linkedin', 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'],
  ['outlook', 'Title,First Name,Business Street,E-mail Address,E-mail Type,E-mail Display Name'],
  [
    'outlook-es',
    'Title,Nombre,Segundo nombre,Apellidos,Organización,Puesto,Calle del trabajo,E-mail Address',
  ],
  [
    'windows-live-es',
    'Nombre,Apellidos,Segundo nombre,Alias,Dirección de correo electrónico,Calle del trabajo',
  ],
  ['thunderbird-es', 'Nombre,Apellidos,Nombre mostrado,Apodo,Dirección de correo electrónico principal'],
  ['activecampaign', 'Email,First Name,Last Name,Phone,Tags,Date Created,IP,Status'],
  ['brevo', 'EMAIL,LASTNAME,FIRSTNAME,SMS,EMAIL_BLACKLISTED,SMS_BLACKLISTED,ADDED_TIME,MODIFIED_TIME'],
  ['systeme', 'Email,First name,Surname,Phone number,Country,Tags,Date registered'],
  ['kit', 'first_name,email,created_at,status'],
  ['beehiiv', 'email,First Name,Last Name,status,tier,created_at,stripe_customer_id,unsubscribed_at'],
])('%s is known by its headers', (key, headers) => {
  expect(presetOf(headers.split(','))?.key).toBe(key)
})

test('one header of a signature is not enough', () => {
  expect(presetOf(['Record ID', 'Nombre', 'Correo'])).toBeUndefined()
  expect(presetOf(['LEID', 'Email'])).toBeUndefined()
})

test('a plain Spanish list is understood by its headers and its cells', () => {
  const { targets } = suggest(
    [
      'Nombre',
      'Apellidos',
      'Correo electrónico',
      'Móvil',
      'Empresa',
      'Sector',
      'Nº de empleados',
      'Provincia',
      'Columna X',
      'Alta',
    ],
    [
      'Ana',
      'Ruiz Gil',
      'ana@acme.es',
      '600 111 222',
      'Acme',
      'Industria',
      '120',
      'Madrid',
      'rojo',
      '13/02/2025',
    ],
    [
      'Luis',
      'Peña',
      'luis@beta.es',
      '600 333 444',
      'Beta',
      'Comercio',
      '15',
      'Sevilla',
      'azul',
      '01/03/2025',
    ],
  )

  expect(targets).toMatchObject({
    Nombre: { as: 'field', field: 'givenName' },
    Apellidos: { as: 'field', field: 'surname' },
    'Correo electrónico': { as: 'identity', kind: 'email' },
    Móvil: { as: 'identity', kind: 'phone' },
    Empresa: { as: 'organization', field: 'name' },
    Sector: { as: 'organization', field: 'sector' },
    Provincia: { as: 'field', field: 'region' },
    Alta: { as: 'newField', type: 'date' },
    'Columna X': { as: 'newField', key: 'columna_x' },
  })
})

test('columns without a telling name are judged by their cells', () => {
  const { targets } = suggest(
    ['A', 'B', 'C', 'D'],
    ['ana@acme.es', '+34 600 111 222', 'https://linkedin.com/in/ana', '3,5'],
    ['luis@beta.es', '+34 600 333 444', 'linkedin.com/in/luis', '4,5'],
  )

  expect(targets).toMatchObject({
    A: { as: 'identity', kind: 'email' },
    B: { as: 'identity', kind: 'phone' },
    C: { as: 'identity', kind: 'linkedin' },
    D: { as: 'newField', type: 'number' },
  })
})

test('the same value in every row stays evidence', () => {
  const { targets } = suggest(['Email', 'Get updates'], ['a@x.es', 'No'], ['b@x.es', 'No'])

  expect(targets['Get updates']).toEqual({ as: 'evidence' })
})

test.each([
  'Email Opt Out',
  'Unsubscribed',
  'EMAIL_BLACKLISTED',
  'Do Not Email',
  'Baja',
  'No enviar correos',
  'Opted out of email: News',
])('%s becomes an objection', header => {
  const { targets } = suggest(['Email', header], ['a@x.es', 'Yes'], ['b@x.es', 'No'])

  expect(targets[header]).toMatchObject({ as: 'objection', when: ['Yes'] })
})

test('no way of writing an opt-out becomes a consent', () => {
  const words = fc.constantFrom(
    'Email',
    'Marketing',
    'Consent',
    'GDPR',
    'Newsletter',
    'Acepta',
    'Correo',
    'is',
    'the',
    'all',
  )
  const optOuts = fc.constantFrom(
    'Opt Out',
    'opt-out',
    'Opted_Out',
    'Unsubscribed',
    'unsubscribe',
    'Do not contact',
    'Blacklisted',
    'Baja',
    'withdrawn',
    'revocado',
    'Excluido',
    'no',
    'sin',
    'without',
  )
  const header = fc
    .tuple(fc.array(words, { maxLength: 3 }), optOuts, fc.array(words, { maxLength: 3 }))
    .map(([before, optOut, after]) => [...before, optOut, ...after].join(' '))

  fc.assert(
    fc.property(
      header,
      fc.constantFrom(['Yes', 'No'], ['1', '0'], ['true', 'false'], ['Sí', 'No']),
      (name, [yes = '', no = '']) => {
        const { targets } = suggest(['E', name], ['a@x.es', yes], ['b@x.es', no])
        expect(targets[name]?.as).not.toBe('consent')
      },
    ),
  )
})

test('a word with several senses waits for an answer', () => {
  const { mapping } = suggest(
    ['Email', 'Etapa'],
    ['a@x.es', 'Cliente'],
    ['b@x.es', 'Cliente potencial'],
    ['c@x.es', 'Cliente potencial'],
  )

  expect(openQuestions(mapping)).toEqual([
    {
      column: 1,
      value: 'Cliente potencial',
      between: expect.arrayContaining([{ is: 'event', name: 'opportunity_opened' }]),
    },
  ])
})

test('a table of companies is one of organisations', () => {
  const { mapping, targets } = suggest(
    ['Empresa', 'Facturación', 'Web'],
    ['Acme', '1.200.000', 'www.acme.es'],
    ['Beta', '900.000', 'beta.es'],
  )

  expect(mapping.kind).toBe('organization')
  expect(targets).toMatchObject({
    Empresa: { as: 'field', field: 'name' },
    Facturación: { as: 'field', field: 'annualRevenue' },
  })
})

whenReal(
  'the leads of X Education: ids, objections, the outcome, and what leaks the answer left out',
  async () => {
    const { mapping, targets } = await suggestFor('leads-x-education/Leads_9240x37.csv')

    expect(mapping.preset).toBe('leads-x-education')
    expect(targets).toMatchObject({
      'Prospect ID': { as: 'identity', kind: 'external' },
      'Lead Number': { as: 'identity', kind: 'external' },
      'Do Not Email': { as: 'objection', channel: 'email', when: ['Yes'] },
      'Do Not Call': { as: 'objection', channel: 'phone' },
      Converted: {
        as: 'meaning',
        values: { '1.0': { is: 'customer' } },
        otherwise: { is: 'nothing' },
        at: 'import',
      },
      TotalVisits: { as: 'newField', key: 'site_visits', type: 'number' },
    })
    for (const leak of [
      'Tags',
      'Lead Quality',
      'Lead Profile',
      'Last Activity',
      'Last Notable Activity',
      'Asymmetrique Activity Index',
    ])
      expect(targets[leak]).toEqual({ as: 'evidence' })
    expect(mapping.columns.find(column => column.name === 'City')?.unknown).toEqual(['Select'])
  },
)

whenReal.each([
  ['mailing-tools/mailchimp-members--subscribed.csv', 'mailchimp'],
  ['mailing-tools/mailchimp-members--unsubscribed.csv', 'mailchimp-unsubscribed'],
  ['mailing-tools/mailchimp-members--cleaned.csv', 'mailchimp-cleaned'],
  ['mailing-tools/curated-members-csv--subscribers.csv', 'curated'],
  ['mailing-tools/tinynews-members--subs-v1.csv', 'tinynews'],
  ['mailing-tools/tinynews-members--subs-v2.csv', 'tinynews-2'],
  ['atomic-crm/contacts.csv', 'atomic-crm'],
  ['atomic-crm/contacts_export.csv', 'atomic-crm'],
])('%s is known as %s and gives nobody a consent', async (file, preset) => {
  const { mapping } = await suggestFor(`crm-exports/${file}`)

  expect(mapping.preset).toBe(preset)
  expect(mapping.columns.filter(column => column.target.as === 'consent')).toEqual([])
})
