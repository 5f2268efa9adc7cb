import { useTranslation } from 'react-i18next'
import type { DidRule } from '../criteria.ts'
import { DeedDetails, DetailMenu } from './DeedDetails.tsx'
import { useEditing } from './editing.ts'
import classes from './editor.module.css'
import { Pick } from './Pick.tsx'
import { SignalsInput } from './SignalsInput.tsx'

/** What they did or did not do: which signals, then as many details as are asked. */
export function DeedForm({ id, rule, not }: { id: string; rule: DidRule; not: boolean }) {
  const { t } = useTranslation()
  const { setLeaf } = useEditing()
  const set = (part: Partial<DidRule>) => setLeaf(id, { ...rule, ...part })
  return (
    <>
      <div className={classes.asked}>
        <Pick
          label={t('filter.asks.did')}
          isSubject
          value={not ? 'didNot' : 'did'}
          options={(['did', 'didNot'] as const).map(value => ({ value, label: t(`filter.${value}`) }))}
          onChange={value => setLeaf(id, rule, value === 'didNot')}
        />
        <SignalsInput did={rule.did} onChange={did => set({ did })} />
      </div>
      <div className={classes.details}>
        <DeedDetails rule={rule} set={set} />
        <DetailMenu rule={rule} set={set} />
      </div>
    </>
  )
}
