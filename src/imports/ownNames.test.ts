import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { useFiles } from '../../test/files.ts'
import { funnelOf, publishWhole } from '../lifecycle/lifecycle.ts'
import type { Lifecycle } from '../lifecycle/model.ts'
import { importFile } from './importFile.ts'

const { workspace } = useDatabase()
const file = useFiles()

test('a file speaks the words of the workspace: its relations, temperatures, verdicts and stages, beside those that everybody has', async () => {
  const ctx = await workspace()
  const { lifecycle, score } = await funnelOf(ctx)
  const called = { lead: { es: 'Curioso', en: 'Curious' }, customer: { es: 'Alumno', en: 'Student' } }
  const own: Lifecycle = {
    ...lifecycle,
    stages: lifecycle.stages.map(stage => {
      const name = called[stage.key as keyof typeof called]
      return name ? { ...stage, name } : stage
    }),
    words: {
      roles: { partner: { es: 'Aliado', en: 'Ally' } },
      temperatures: { hot: { es: 'Ardiente', en: 'Burning' } },
      verdicts: { disqualified: { es: 'Fuera', en: 'Out' } },
    },
  }
  await publishWhole(ctx, { lifecycle: own, score }, { note: 'Nuestras palabras' })
  const path = await file(
    'palabras.csv',
    'Correo;Relación;Situación',
    'ana@x.es;aliado, Proveedor;Alumno',
    'eva@x.es;Socio;Ally',
    'luis@x.es;;FUERA',
    'mar@x.es;;Curioso',
    'pau@x.es;;Ardiente',
    'rosa@x.es;;Cliente',
  )

  const report = await importFile(ctx, path, { yes: true })

  expect(report).toMatchObject({ state: 'done', counts: { new: 6 } })
  const people = await ctx.db.selectFrom('contacts').selectAll().orderBy('displayName').execute()
  expect(people.map(({ roles, tags }) => [roles, tags])).toEqual([
    [['partner', 'supplier'], []],
    [['partner'], []],
    [[], ['descartado']],
    [[], []],
    [[], []],
    [[], []],
  ])
  const events = await ctx.db.selectFrom('events').select(['contactId', 'name']).execute()
  const [ana, , , , , rosa] = people
  expect(events).toHaveLength(2)
  expect(events).toEqual(
    expect.arrayContaining([ana, rosa].map(each => ({ contactId: each?.id, name: 'purchase' }))),
  )
})
