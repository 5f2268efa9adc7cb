import { useState } from 'react'
import { QualificationCard } from '../../../qualification/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { useFunnelInView } from '../funnelInView.ts'
import { MergeDialog } from './MergeDialog.tsx'
import type { ShownContact } from './source.ts'

/** How far a contact is qualified; one that turns out to be another is merged with it. */
export function Qualification({ contact, isSold }: { contact: ShownContact; isSold: boolean }) {
  const { can } = useAccess()
  const funnel = useFunnelInView()
  const [isMerging, setMerging] = useState(false)
  return (
    <>
      <QualificationCard
        contact={contact}
        canWrite={can('contacts.write')}
        isSold={isSold}
        funnel={funnel}
        onMerge={can('contacts.delete') ? () => setMerging(true) : undefined}
      />
      {isMerging && <MergeDialog kind={contact.kind} ids={[contact.id]} onClose={() => setMerging(false)} />}
    </>
  )
}
