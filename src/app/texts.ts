import { deedTexts } from '../activity/deeds.ts'
import { activityTexts } from '../activity/texts.ts'
import { activityWebTexts } from '../activity/web/texts.ts'
import { auditTexts } from '../audit/texts.ts'
import { contactsTexts } from '../contacts/texts.ts'
import { traitTexts } from '../contacts/traits.ts'
import { factTexts } from '../contacts/web/texts.ts'
import { answerTexts } from '../criteria/answerTexts.ts'
import { deedClauseTexts } from '../criteria/deedTexts.ts'
import { criteriaTexts } from '../criteria/texts.ts'
import { editorTexts } from '../criteria/web/editorTexts.ts'
import { filterTexts } from '../criteria/web/texts.ts'
import { identityTexts } from '../identity/texts.ts'
import { importsTexts } from '../imports/texts.ts'
import { mappingTexts, rowTexts } from '../imports/web/texts.ts'
import { lifecycleTexts } from '../lifecycle/texts.ts'
import { receiptTexts } from '../lifecycle/web/texts.ts'
import { httpTexts } from '../platform/httpTexts.ts'
import { platformTexts } from '../platform/platformTexts.ts'
import type { Locale } from '../platform/texts.ts'
import { proofTexts } from '../proof/texts.ts'
import { frameworkTexts, qualificationTexts, questionTexts } from '../qualification/texts.ts'
import { scoringTexts } from '../scoring/texts.ts'
import { pointsTexts } from '../scoring/web/texts.ts'
import { segmentsTexts } from '../segments/texts.ts'
import { tasksTexts } from '../tasks/texts.ts'
import { guideTexts } from '../ui/guideTexts.ts'
import { uiTexts } from '../ui/texts.ts'
import { cliTexts } from './cli/texts.ts'
import { definitionFileTexts } from './definitionFile/texts.ts'
import { actTexts } from './web/contact/actTexts.ts'
import { pageTexts } from './web/contact/texts.ts'
import { draftTexts } from './web/definitions/draftTexts.ts'
import { funnelTexts as funnelsTexts } from './web/definitions/funnelTexts.ts'
import { ownWordsTexts } from './web/definitions/ownWordsTexts.ts'
import { pastTexts } from './web/definitions/pastTexts.ts'
import { previewTexts } from './web/definitions/previewTexts.ts'
import { definitionTexts } from './web/definitions/texts.ts'
import { demoTexts } from './web/demo/texts.ts'
import { entryTexts } from './web/entry/texts.ts'
import { frameworkPageTexts } from './web/frameworks/texts.ts'
import { funnelTexts } from './web/funnel/texts.ts'
import { listTexts } from './web/lists/texts.ts'
import { learntTexts } from './web/proof/learntTexts.ts'
import { proofPageTexts } from './web/proof/texts.ts'
import { reportTexts } from './web/reports/texts.ts'
import { profileTexts } from './web/scoreSetUp/profileTexts.ts'
import { scoreSetUpTexts } from './web/scoreSetUp/texts.ts'
import { segmentTexts } from './web/segments/texts.ts'
import { settingsTexts } from './web/settings/texts.ts'
import { appTexts } from './web/texts.ts'

/** Every feature's part of the dictionary. */
// biome-ignore format: one a line
const parts = [
  httpTexts,
  platformTexts,
  cliTexts,
  auditTexts,
  identityTexts,
  contactsTexts,
  traitTexts,
  tasksTexts,
  frameworkTexts,
  qualificationTexts,
  questionTexts,
  scoringTexts,
  proofTexts,
  lifecycleTexts,
  activityTexts,
  deedTexts,
  answerTexts,
  criteriaTexts,
  deedClauseTexts,
  uiTexts,
  guideTexts,
  appTexts,
  definitionTexts,
  definitionFileTexts,
  draftTexts,
  funnelsTexts,
  previewTexts,
  pastTexts,
  demoTexts,
  entryTexts,
  frameworkPageTexts,
  funnelTexts,
  proofPageTexts,
  learntTexts,
  ownWordsTexts,
  reportTexts,
  scoreSetUpTexts,
  profileTexts,
  segmentTexts,
  settingsTexts,
  activityWebTexts,
  factTexts,
  filterTexts,
  editorTexts,
  receiptTexts,
  importsTexts,
  segmentsTexts,
  mappingTexts,
  rowTexts,
  listTexts,
  pointsTexts,
  pageTexts,
  actTexts,
] as const

/**
 * All keys that screens name, so that `t` refuses one that does not exist (see web/i18next.d.ts). Refusals are not among
 * them: the server puts those into words. One flat object type holds all branches.
 */
export type Dictionary = { [Branch in BranchOf<(typeof parts)[number]['es']>]: TextsOf<Branch> }

/** The whole dictionary of each language, for i18next on both sides. */
export const texts: Record<Locale, Dictionary> = {
  es: parts.map(part => part.es as Texts).reduce(joined, {}) as Dictionary,
  en: parts.map(part => part.en as Texts).reduce(joined, {}) as Dictionary,
}

type Texts = { [key: string]: string | Texts }
type BranchOf<Part> = Part extends unknown ? Exclude<keyof Part, 'errors'> : never
type TextsOf<Branch> = Both<BelowIn<Branch, (typeof parts)[number]['es']>>
type BelowIn<Branch, Part> =
  Part extends Record<Branch & string, infer Inner> ? (inner: Inner) => void : never
/** What two files say under one branch, together. */
type Both<Functions> = [Functions] extends [(inner: infer All) => void] ? All : never

/** Features share the branch `errors`; a key that two of them give is a mistake. */
function joined(all: Texts, part: Texts): Texts {
  const result = { ...all }
  for (const [key, text] of Object.entries(part)) {
    const before = result[key]
    if (before === undefined) result[key] = text
    else if (typeof before === 'object' && typeof text === 'object') result[key] = joined(before, text)
    else throw new Error(`two texts for the key ${key}`)
  }
  return result
}
