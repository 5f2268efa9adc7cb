import type { GuidePageKey } from '../../../ui/guideTexts.ts'
import { cautionsTexts } from './cautionsTexts.ts'
import type { GuideText } from './content.ts'
import { pointsTexts } from './pointsTexts.ts'
import { proofTexts } from './proofTexts.ts'
import { qualifyOrScoreTexts } from './qualifyOrScoreTexts.ts'
import { scoreTexts } from './scoreTexts.ts'
import { togetherTexts } from './togetherTexts.ts'
import { twoStepsTexts } from './twoStepsTexts.ts'
import { whoIsWhoTexts } from './whoIsWhoTexts.ts'
import { whyTexts } from './whyTexts.ts'
import { wordsTexts } from './wordsTexts.ts'

/** What each page says, in both languages. */
export const pages: Record<GuidePageKey, { es: GuideText; en: GuideText }> = {
  'who-is-who': whoIsWhoTexts,
  'two-steps': twoStepsTexts,
  why: whyTexts,
  'qualify-or-score': qualifyOrScoreTexts,
  score: scoreTexts,
  cautions: cautionsTexts,
  points: pointsTexts,
  proof: proofTexts,
  together: togetherTexts,
  words: wordsTexts,
}
