import type { Locale } from '../platform/texts.ts'

/** The catalogue of facts about a contact. Table, form, import, export, merge and criteria read it; nothing else lists fields. */

export type Kind = 'person' | 'organization'
export type IdentityKind = 'email' | 'phone' | 'external' | 'linkedin' | 'tax_id' | 'domain'

export type FieldType =
  | ('text' | 'long_text' | 'number' | 'money' | 'date' | 'boolean' | 'choice' | 'choices' | 'url')
  | (
      | 'country'
      | 'language'
      | 'user'
      | 'email'
      | 'phone'
      | 'linkedin'
      | 'tax_id'
      | 'domain'
      | 'external'
      | 'organization'
    )

/** How a value is reached: a column of `contacts`, a key of `contacts.custom`, an array column, rows of `identities`, or the organisations that a person works at. */
export type Reach =
  | { column: ContactColumn }
  | { custom: string }
  | { array: 'roles' | 'tags' }
  | { identity: IdentityKind }
  | { organization: 'name' }

/** When two sources disagree: the newest value wins, what is there stays, or both are kept. */
export type MergeRule = 'newest' | 'first' | 'union'

export type FieldValue = string | number | boolean | string[] | null

export type Field = {
  key: string
  type: FieldType
  appliesTo: readonly Kind[]
  /** May be filled by an import, the API or a form; the others are kept by the program. */
  importable: boolean
  /** Header names under which other systems export it, compared by `headerKey`. */
  synonyms: readonly string[]
  merge: MergeRule
  criteria: boolean
  options: readonly string[]
  reach: Reach
  /** Custom fields only; those of the system are in the dictionary under `contacts.fields.<key>`. */
  label?: Record<Locale, string>
}

/** Columns of `contacts` that hold one fact each, as Kysely names them. */
export type ContactColumn = (typeof columnFields)[number]['key']

export const decisionRoles = ['decides', 'influences', 'uses', 'none'] as const
export const roles = ['customer', 'partner', 'supplier', 'employee', 'competitor', 'reference'] as const
export type Role = (typeof roles)[number]

const both = ['person', 'organization'] as const
const person = ['person'] as const
const organization = ['organization'] as const

type ColumnField = {
  key: string
  type: FieldType
  appliesTo: readonly Kind[]
  /** Synonyms, separated by commas. */
  also?: string
  merge?: MergeRule
  options?: readonly string[]
  importable?: boolean
}

const columnFields = [
  { key: 'kind', type: 'choice', appliesTo: both, options: ['person', 'organization'], importable: false },
  { key: 'displayName', type: 'text', appliesTo: both, importable: false },
  {
    key: 'name',
    type: 'text',
    appliesTo: both,
    also: 'name, full name, contact name, lead name, nombre completo, nombre y apellidos, person name, e-mail display name, nombre mostrado, file as',
  },
  {
    key: 'givenName',
    type: 'text',
    appliesTo: person,
    also: 'first name, firstname, fname, given name, nombre, nombre de pila, person first name, nombres',
  },
  {
    key: 'surname',
    type: 'text',
    appliesTo: person,
    also: 'last name, lastname, lname, surname, family name, apellido, apellidos, primer apellido, apellido paterno, person last name',
  },
  {
    key: 'secondSurname',
    type: 'text',
    appliesTo: person,
    also: 'second surname, segundo apellido, apellido materno, second last name',
  },
  {
    key: 'jobTitle',
    type: 'text',
    appliesTo: person,
    also: 'job title, title, position, cargo, puesto, organization title, person title, cargo laboral',
  },
  {
    key: 'department',
    type: 'text',
    appliesTo: person,
    also: 'department, departamento, organization department, area',
  },
  {
    key: 'decisionRole',
    type: 'choice',
    appliesTo: person,
    options: decisionRoles,
    also: 'buying role, decision role, rol de compra',
  },
  {
    key: 'occupation',
    type: 'text',
    appliesTo: person,
    also: 'occupation, ocupacion, profesion, profession, what is your current occupation',
  },
  {
    key: 'sector',
    type: 'text',
    appliesTo: both,
    also: 'industry, sector, industria, companyindustry, ramo, actividad',
  },
  {
    key: 'employees',
    type: 'number',
    appliesTo: organization,
    also: 'number of employees, numberofemployees, employees, numero de empleados, empleados, company size, companynumber of employees, plantilla',
  },
  {
    key: 'annualRevenue',
    type: 'money',
    appliesTo: organization,
    also: 'annual revenue, annualrevenue, facturacion, facturacion anual, ingresos anuales, companyannual revenue, ventas anuales',
  },
  {
    key: 'website',
    type: 'url',
    appliesTo: both,
    also: 'website, website url, web, sitio web, pagina web, web page, url del sitio web, companywebsite',
  },
  {
    key: 'street',
    type: 'text',
    appliesTo: both,
    also: 'street, street address, address, address1, mailing street, calle, direccion, domicilio, business street, calle del trabajo, companyaddress1',
  },
  {
    key: 'city',
    type: 'text',
    appliesTo: both,
    also: 'city, mailing city, ciudad, localidad, poblacion, municipio, business city, ciudad de trabajo, companycity',
  },
  {
    key: 'region',
    type: 'text',
    appliesTo: both,
    also: 'state, region, province, state region, state province, mailing state, mailing state province, provincia, estado, comunidad autonoma, business state, companystate',
  },
  {
    key: 'postalCode',
    type: 'text',
    appliesTo: both,
    also: 'postal code, zip, zip code, zipcode, zip postal code, mailing zip postal code, postcode, codigo postal, cp, business postal code, companyzipcode',
  },
  {
    key: 'country',
    type: 'country',
    appliesTo: both,
    also: 'country, country region, mailing country, pais, pais region, business country region, companycountry, cc',
  },
  {
    key: 'language',
    type: 'language',
    appliesTo: both,
    also: 'language, idioma, preferred locale, preferred language, lengua',
  },
  {
    key: 'source',
    type: 'text',
    appliesTo: both,
    merge: 'first',
    also: 'lead source, leadsource, source, original source, origen, fuente, fuente original, procedencia, person source channel',
  },
  {
    key: 'need',
    type: 'long_text',
    appliesTo: both,
    also: 'need, needs, necesidad, necesidades, problema',
  },
  {
    key: 'about',
    type: 'long_text',
    appliesTo: both,
    also: 'description, about, descripcion, acerca de, bio, companydescription',
  },
  { key: 'ownerId', type: 'user', appliesTo: both },
  { key: 'createdAt', type: 'date', appliesTo: both, importable: false },
  { key: 'updatedAt', type: 'date', appliesTo: both, importable: false },
] as const satisfies readonly ColumnField[]

const linkedFields = [
  {
    key: 'email',
    type: 'email',
    appliesTo: both,
    reach: { identity: 'email' },
    also: 'email, e-mail, mail, email address, e-mail address, correo, correo electronico, direccion de correo, subscriber email, e-mail 1 value, person email work, person email home, direccion de correo electronico, companyemail',
  },
  {
    key: 'phone',
    type: 'phone',
    appliesTo: both,
    reach: { identity: 'phone' },
    also: 'phone, phone number, mobile, mobile phone, mobilephone, telephone, telefono, numero de telefono, movil, celular, telefono movil, business phone, telefono del trabajo, home phone, phone 1 value, person phone work, person phone mobile, sms, companyphone',
  },
  {
    key: 'taxId',
    type: 'tax_id',
    appliesTo: both,
    reach: { identity: 'tax_id' },
    also: 'tax id, vat, vat number, nif, cif, nie, dni, rfc, rut, cuit, nit, ruc, cnpj, cpf, government id number',
  },
  {
    key: 'linkedin',
    type: 'linkedin',
    appliesTo: both,
    reach: { identity: 'linkedin' },
    also: 'linkedin, linkedin url, linkedin profile, perfil de linkedin',
  },
  {
    key: 'domain',
    type: 'domain',
    appliesTo: organization,
    reach: { identity: 'domain' },
    also: 'domain, company domain name, dominio',
  },
  {
    key: 'externalId',
    type: 'external',
    appliesTo: both,
    reach: { identity: 'external' },
    also: 'record id, id de registro, lead id, contact id, prospect id, person id, leid, lead number, external id',
  },
  {
    key: 'organization',
    type: 'organization',
    appliesTo: person,
    reach: { organization: 'name' },
    also: 'company, company name, company account, account name, organization, organization name, person organization, associated company, empresa, nombre de la empresa, organizacion, compania, razon social',
  },
  {
    key: 'roles',
    type: 'choices',
    appliesTo: both,
    reach: { array: 'roles' },
    options: roles,
    also: 'role, roles, relation, relacion, tipo de relacion',
  },
  {
    key: 'tags',
    type: 'choices',
    appliesTo: both,
    reach: { array: 'tags' },
    also: 'tags, tag, labels, label, etiquetas, etiqueta, categories, categorias, person labels',
  },
] as const satisfies readonly (ColumnField & { reach: Reach })[]

export type FieldKey = (typeof columnFields)[number]['key'] | (typeof linkedFields)[number]['key']

/** Fields that every workspace has, in the order in which forms and exports show them. */
export const systemFields: readonly (Field & { key: FieldKey })[] = [
  ...columnFields.map(field => complete({ ...field, reach: { column: field.key } })),
  ...linkedFields.map(field => complete({ merge: 'union', ...field })),
]

function complete<K extends FieldKey>(field: ColumnField & { key: K; reach: Reach }): Field & { key: K } {
  const { also, importable = true, merge = 'newest', options = [], ...rest } = field
  const synonyms = also?.split(', ') ?? []
  return { ...rest, importable, synonyms, merge, options, criteria: field.key !== 'displayName' }
}

/** A field that a workspace added, as stored. Its key in the catalogue is `custom.<key>`. */
export type CustomField = {
  key: string
  type: FieldType
  labelEs: string
  labelEn: string
  choices: string[]
  appliesTo: string[]
}

export const customFieldTypes = [
  'text',
  'long_text',
  'number',
  'money',
  'date',
  'boolean',
  'choice',
  'choices',
  'url',
] as const

/** The catalogue entry of a custom field. */
export function asField({ key, type, labelEs, labelEn, choices, appliesTo }: CustomField): Field {
  return {
    key: `custom.${key}`,
    type,
    appliesTo: both.filter(kind => appliesTo.includes(kind)),
    importable: true,
    synonyms: [labelEs, labelEn, key],
    merge: 'newest',
    criteria: true,
    options: choices,
    reach: { custom: key },
    label: { es: labelEs, en: labelEn },
  }
}

/** A header or label as it is compared: without accents, case, punctuation or repeated spaces. */
export const headerKey = (header: string): string =>
  plain(header)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Without accents, ñ as n. Most texts have none, and taking text apart is slow. */
const plain = (text: string): string =>
  ascii.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '')

const ascii = /^[\x20-\x7e]*$/

/** The field that a column's header names, if any of `fields` goes by that name. */
export function fieldOfHeader(header: string, fields: readonly Field[] = systemFields): Field | undefined {
  const wanted = headerKey(header)
  return fields.find(
    field => field.importable && [field.key, ...field.synonyms].some(each => headerKey(each) === wanted),
  )
}
