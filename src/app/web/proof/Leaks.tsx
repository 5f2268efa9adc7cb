import { Button, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEventName } from '../../../activity/web/parts.tsx'
import { useFieldTexts } from '../../../contacts/web/parts.tsx'
import type { Leak } from '../../../proof/contract.ts'
import { useAccess } from '../../../ui/access.ts'
import { useFormat } from '../../../ui/format.ts'
import { Section } from '../../../ui/Page.tsx'
import { useCatalogue } from '../lists/source.ts'
import classes from './proof.module.css'
import type { Question } from './question.ts'

type Props = { leaks: Leak[]; question: Question; onAsk: (question: Question) => void }

/** Facts that tell the answer, with the reason, and a way to let one in all the same. */
export function Leaks({ leaks, question, onAsk }: Props) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const name = useNameOf()
  const why = useWhy()
  const toggled = (about: string) =>
    question.letIn.includes(about)
      ? question.letIn.filter(each => each !== about)
      : [...question.letIn, about]
  return (
    <Section title={t('proof.leaks.title')} about={t('proof.leaks.about')}>
      {leaks.length === 0 && <Text>{t('proof.leaks.none')}</Text>}
      {leaks.length > 0 && (
        <Table className={classes.numbers}>
          <Table.Tbody>
            {leaks.map(leak => {
              const isIn = question.letIn.includes(leak.about)
              return (
                <Table.Tr key={leak.about}>
                  <Table.Td>
                    <Text fw={600}>{name(leak.about)}</Text>
                    <Text size="sm" c="dimmed">
                      {why(leak)} {isIn && t('proof.leaks.isIn')}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="right">
                    {can('definitions.manage') && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        onClick={() => onAsk({ ...question, letIn: toggled(leak.about) })}
                      >
                        {t(isIn ? 'proof.leaks.keepOut' : 'proof.leaks.letIn')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  )
}

/** What a fact or a signal is called. */
function useNameOf() {
  const { fields } = useCatalogue()
  const { label } = useFieldTexts()
  const event = useEventName()
  return (about: string) => {
    const field = fields.find(({ key }) => key === about)
    return field ? label(field) : event(about)
  }
}

function useWhy() {
  const { t } = useTranslation()
  const format = useFormat()
  return (leak: Leak) => {
    if (leak.why === 'after') return t('proof.leaks.why.after', { share: format.percent(leak.share) })
    if (leak.why === 'alone') return t('proof.leaks.why.alone', { auc: Math.round(100 * leak.auc) })
    return t(`proof.leaks.why.${leak.why}`)
  }
}
