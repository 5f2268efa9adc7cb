import type { Identity } from '../identity/identity.ts'
import { createReadyMade, draftMarket, publishAnswers } from '../lifecycle/lifecycle.ts'
import { enqueue } from '../platform/jobs.ts'

/** What a new workspace starts with, in the transaction that creates it: its funnel, stages and score. */
export const onWorkspaceCreated: Identity['onWorkspaceCreated'] = (ctx, settings, profile) => {
  const { market, prospectNeeds, contactMeans } = settings
  return createReadyMade(ctx, { market, prospectNeeds, contactMeans, profile })
}

/** Other answers of set-up are another version of the stages, and everybody is placed by it; another market is a draft. */
export const onSettingsChanged: Identity['onSettingsChanged'] = async (ctx, was, is) => {
  if (was.prospectNeeds !== is.prospectNeeds || was.contactMeans !== is.contactMeans) {
    await publishAnswers(ctx, was, is)
    await enqueue(ctx, 'rebuild', {}, { key: 'answers' })
  }
  if (was.market !== is.market) await draftMarket(ctx, is)
}
