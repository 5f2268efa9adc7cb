import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { addFields, fieldsOf } from '../contacts/contacts.ts'
import { removeField } from '../contacts/customFields.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { discardDraft, publishDraft, saveDraft } from '../lifecycle/drafting.ts'
import { draftOf, funnelOf } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { problemOf } from '../platform/problems.ts'
import { createSegment, removeSegment } from '../segments/segments.ts'
import { mustBeUnused } from './fieldInUse.ts'
import { translate } from './translate.ts'

const { workspace } = useDatabase()
const hasPlan: Criteria = { field: 'custom.plan', op: 'isKnown' }

async function withPlan() {
  const ctx = await workspace()
  const type = 'text' as const
  const appliesTo: ('person' | 'organization')[] = ['person']
  await addFields(ctx, [{ key: 'plan', type, labelEs: 'Plan', labelEn: 'Plan', choices: [], appliesTo }])
  return ctx
}

const remove = (ctx: Ctx) => removeField(ctx, 'plan', mustBeUnused)

const refused = async (ctx: Ctx) => {
  const refusal = await remove(ctx).catch(error => error)
  const { message, issues } = problemOf(refusal, ctx.locale, translate, '')
  return { code: refusal.code, message, uses: issues.map(issue => issue.message) }
}

async function drafted(ctx: Ctx, asking: { prospects?: Criteria; fit?: Criteria }) {
  const { lifecycle, score, lifecycleVersion, scoreVersion } = await funnelOf(ctx)
  const { prospects, fit } = asking
  const stages = lifecycle.stages.map(each =>
    prospects && each.key === 'prospect' ? { ...each, entry: prospects } : each,
  )
  const rule = fit && { key: 'paying', name: { es: 'Paga', en: 'Pays' }, when: fit, points: 5 }
  return saveDraft(ctx, {
    ...{
      lifecycle: { ...lifecycle, stages },
      score: { ...score, fit: [...score.fit, ...(rule ? [rule] : [])] },
    },
    ...{ basedOn: { lifecycleVersion, scoreVersion }, revision: (await draftOf(ctx))?.revision },
  })
}

test('a field that a stage asks for is not removed, neither while it is drafted nor once it is published', async () => {
  const ctx = await withPlan()
  const { revision } = await drafted(ctx, { prospects: { all: [{ company: hasPlan }] } })

  expect(await refused(ctx)).toEqual({
    code: 'contacts.field_in_use',
    message: 'No se puede quitar «Plan»: cambia antes lo que pregunta por ese dato.',
    uses: ['Lo usa la etapa «Prospecto» en el borrador.'],
  })
  await publishDraft(ctx, { revision, note: 'x' })
  expect((await refused(ctx)).uses).toEqual(['Lo usa la etapa «Prospecto».'])
})

test('rules of the score and segments that ask for it are named, in the reader’s language', async () => {
  const ctx = { ...(await withPlan()), locale: 'en' as const }
  await drafted(ctx, { fit: hasPlan })
  const id = await createSegment(ctx, { name: 'Paying', description: '', about: 'person', criteria: hasPlan })

  expect(await refused(ctx)).toMatchObject({
    uses: ['The rule “Pays” of the score uses it in the draft.', 'The segment “Paying” uses it.'],
  })

  await removeSegment(ctx, id)
  await discardDraft(ctx)
  await remove(ctx)
  expect((await fieldsOf(ctx)).map(({ key }) => key)).not.toContain('custom.plan')
})

test('the question whose fact it is uses the field too', async () => {
  const ctx = await workspace()
  await drafted(ctx, { prospects: { answered: 'budget' } })

  await expect(removeField(ctx, 'budget', mustBeUnused)).rejects.toMatchObject({
    code: 'contacts.field_in_use',
  })
})
