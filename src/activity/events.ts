/** From the contact, from us, a conversation, or neither. */
export type Direction = 'in' | 'out' | 'two' | 'none'
export const directions: readonly Direction[] = ['in', 'out', 'two', 'none']

/** By what way it reached us; a message is answered on the channel that it came by. */
export const channels = [
  'web',
  'form',
  'social',
  'linkedin',
  'email',
  'phone',
  'whatsapp',
  'chat',
  'video',
  'meeting',
  'event',
  'list',
  'sale',
  'service',
] as const
export type Channel = (typeof channels)[number]

/** What the catalogue is grouped by where people choose a signal. */
export const eventGroups = [
  'web',
  'forms',
  'asks',
  'social',
  'mail',
  'talk',
  'presence',
  'sale',
  'after',
] as const
export type EventGroup = (typeof eventGroups)[number]

/** How many seconds the properties that are durations count by: people read and type both as minutes and hours. */
export const durationUnits: Readonly<Record<string, number>> = { seconds: 1, minutes: 60 }

/** The most that an amount of money can be, in any currency. */
export const mostMoney = 1_000_000_000_000

export type PropertyType =
  | { type: 'text' | 'url' | 'number' | 'money' | 'duration' | 'date' | 'boolean' }
  | { type: 'choice'; choices: readonly string[] }

/** A kind of signal. Its text is `activity.events.<name>`; those of its properties `activity.properties.<key>`. */
export type EventType = {
  group: EventGroup
  channel: Channel
  direction: Direction
  /** Interest that it shows: 0 none, 1 weak, 2 clear, 3 firm; under 0 the opposite. */
  weight: number
  properties: Readonly<Record<string, PropertyType>>
  /** A property that raises the weight: a form for a demonstration says more than a form. */
  weightBy?: { property: string; weights: Readonly<Record<string, number>> }
  /** Part of a written exchange: a received one becomes a conversation when one side answers the other (see pairing.ts). */
  isMessage: boolean
}

const text = { type: 'text' } as const
const url = { type: 'url' } as const
const number = { type: 'number' } as const
const money = { type: 'money' } as const
const duration = { type: 'duration' } as const
const date = { type: 'date' } as const
const boolean = { type: 'boolean' } as const
const choice = <const C extends readonly string[]>(...choices: C) => ({ type: 'choice', choices }) as const

const page = {
  path: text,
  title: text,
  url,
  referrer: url,
  kind: choice('home', 'product', 'price', 'demo', 'contact', 'case', 'blog', 'careers', 'other'),
}
const campaign = { campaign: text, subject: text }
const talk = { subject: text, summary: text, minutes: duration }
const purchase = { amount: money, currency: text, line: text, offer: text, order: text }

type Options = Partial<Pick<EventType, 'weightBy' | 'isMessage'>>

const signal =
  (group: EventGroup) =>
  (
    channel: Channel,
    direction: Direction,
    weight: number,
    properties: EventType['properties'] = {},
    { isMessage = false, ...rest }: Options = {},
  ): EventType => ({ group, channel, direction, weight, properties, isMessage, ...rest })

const web = signal('web')
const form = signal('forms')
const ask = signal('asks')
const social = signal('social')
const mail = signal('mail')
const talked = signal('talk')
const presence = signal('presence')
const sale = signal('sale')
const after = signal('after')

const message = { isMessage: true }

const catalogue = {
  page_viewed: web('web', 'in', 0, page),
  key_page_viewed: web('web', 'in', 1, page),
  site_visited: web('web', 'in', 0, {
    pages: number,
    seconds: duration,
    source: text,
    medium: text,
    ...page,
  }),
  video_watched: web('web', 'in', 1, { title: text, share: number, seconds: duration, url }),
  file_downloaded: web('web', 'in', 1, { file: text, url }),
  searched: web('web', 'in', 0, { query: text }),

  form_submitted: form(
    'form',
    'in',
    1,
    {
      form: text,
      purpose: choice('newsletter', 'download', 'registration', 'enquiry', 'demo', 'quote', 'other'),
      message: text,
      url,
    },
    { weightBy: { property: 'purpose', weights: { enquiry: 2, demo: 3, quote: 3 } } },
  ),
  subscribed: form('email', 'in', 1, { list: text }),
  unsubscribed: form('email', 'in', -2, { list: text, reason: text }),
  data_given: form('form', 'in', 1, { field: text }),
  blog_commented: form('web', 'in', 1, { title: text, comment: text, url }),

  information_requested: ask('web', 'in', 2, { subject: text, product: text }),
  demo_requested: ask('web', 'in', 3, { subject: text, product: text }),
  trial_requested: ask('web', 'in', 3, { product: text }),
  proposal_requested: ask('web', 'in', 3, { subject: text, product: text, amount: money, currency: text }),
  web_enquiry: ask('web', 'in', 2, { subject: text, message: text, url }),

  social_followed: social('social', 'in', 0, { network: text }),
  social_liked: social('social', 'in', 1, { network: text, url }),
  social_shared: social('social', 'in', 1, { network: text, url }),
  social_commented: social('social', 'in', 1, { network: text, comment: text, url }),
  social_question: social('social', 'in', 2, { network: text, question: text, url }),
  linkedin_connected: social('linkedin', 'none', 0),
  linkedin_message_sent: social('linkedin', 'out', 0, { summary: text }, message),
  linkedin_replied: social('linkedin', 'two', 2, { summary: text }, message),

  email_sent: mail('email', 'out', 0, { ...campaign, summary: text }, message),
  email_delivered: mail('email', 'none', 0, campaign),
  email_opened: mail('email', 'in', 0, campaign),
  email_link_clicked: mail('email', 'in', 2, { ...campaign, url }),
  email_received: mail('email', 'in', 2, { subject: text, summary: text }, message),
  email_replied: mail('email', 'two', 2, { subject: text, summary: text }, message),
  email_bounced: mail('email', 'none', 0, { kind: choice('hard', 'soft'), reason: text }),
  complained: mail('email', 'in', -3, campaign),

  call_made: talked('phone', 'out', 0, { subject: text, summary: text }),
  call: talked('phone', 'two', 2, talk),
  whatsapp_sent: talked('whatsapp', 'out', 0, { summary: text }, message),
  whatsapp_received: talked('whatsapp', 'in', 2, { summary: text }, message),
  chat: talked('chat', 'in', 2, talk, message),
  video_call: talked('video', 'two', 3, talk),
  meeting: talked('meeting', 'two', 3, { ...talk, place: text }),
  conversation: talked('meeting', 'two', 2, talk),

  event_registered: presence('event', 'in', 1, { event: text, place: text, date }),
  event_attended: presence('event', 'in', 2, { event: text, place: text }),
  list_added: presence('list', 'none', 0, { list: text }),
  list_bought: presence('list', 'none', 0, { list: text, seller: text }),
  imported: presence('list', 'none', 0, { file: text }),

  material_sent: sale('sale', 'out', 0, { material: text, url }),
  demo_given: sale('sale', 'two', 3, talk),
  trial_started: sale('sale', 'in', 3, { product: text, until: date }),
  sample_sent: sale('sale', 'out', 0, { product: text }),
  reference_introduced: sale('sale', 'out', 0, { reference: text }),
  proposal_sent: sale('sale', 'out', 0, { ...purchase, url }),
  proposal_viewed: sale('sale', 'in', 2, { offer: text, url }),
  proposal_accepted: sale('sale', 'in', 3, purchase),
  proposal_rejected: sale('sale', 'in', -2, { ...purchase, reason: text }),
  opportunity_opened: sale('sale', 'none', 0, { ...purchase, opportunity: text }),
  opportunity_lost: sale('sale', 'none', 0, { ...purchase, opportunity: text, reason: text }),

  purchase: after('sale', 'two', 3, purchase),
  // `partial` refunds leave the purchase standing; any other takes one purchase back.
  refund: after('sale', 'none', 0, { ...purchase, partial: boolean, reason: text }),
  support_asked: after('service', 'in', 0, { subject: text }),
  feedback_given: after('service', 'in', 1, { comment: text, score: number }),
  survey_answered: after('service', 'in', 1, { survey: text, score: number, comment: text }),
  recommended: after('service', 'in', 2, { to: text }),
  referral_arrived: after('service', 'none', 0, { from: text }),
}

/** Written down by a person, on a contact's page or with their own session. */
export const isByHand = (source: string): boolean => source === 'manual' || source === 'person'

export type EventName = keyof typeof catalogue

/** The signals that every workspace knows, in the order in which people see them. */
export const eventTypes: Readonly<Record<EventName, EventType>> = catalogue

export const eventNames = Object.keys(catalogue) as EventName[]

export const isEventName = (name: string): name is EventName => Object.hasOwn(catalogue, name)

/** Which events weigh at least so much: names, and names with the values of a property that raise them. */
export function eventsOfWeight(atLeast: number) {
  const names = eventNames.filter(name => eventTypes[name].weight >= atLeast)
  const raised = eventNames.flatMap(name => {
    const { weight, weightBy } = eventTypes[name]
    if (weight >= atLeast || !weightBy) return []
    const values = Object.keys(weightBy.weights).filter(value => (weightBy.weights[value] ?? 0) >= atLeast)
    return values.length ? [{ name, property: weightBy.property, values }] : []
  })
  return { names, raised }
}
