import { Button, Radio, Select, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormEnd } from '../../../ui/FormEnd.tsx'
import { useFunnelName } from '../funnelInView.ts'
import { inBoth } from '../inBoth.ts'
import { NamesInBoth } from './NamesInBoth.tsx'
import type { Definition } from './useDefinitions.ts'
import { useFunnelActs } from './useFunnelActs.ts'

const ways = ['line', 'copy', 'scratch'] as const

export function AddFunnel({ funnels, onClose }: { funnels: Definition[]; onClose: () => void }) {
  const { t } = useTranslation()
  const { add, isAdding } = useFunnelActs(funnels)
  const [name, setName] = useState({ es: '', en: '' })
  const [way, setWay] = useState<(typeof ways)[number]>('line')
  const [copyOf, setCopyOf] = useState(funnels[0]?.key ?? '')
  const both = inBoth(name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (both.es) add({ name: both, begin: way === 'copy' ? { copyOf } : way }, onClose)
  }
  return (
    <Dialog title={t('funnels.add')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <NamesInBoth required autoFocus value={name} onChange={setName} />
          <Radio.Group
            label={t('funnels.begin')}
            value={way}
            onChange={value => setWay(value as (typeof ways)[number])}
          >
            <Stack gap="xs" mt={6}>
              {ways.map(value => (
                <Radio
                  key={value}
                  value={value}
                  label={t(`funnels.ways.${value}`)}
                  description={t(`funnels.waysAbout.${value}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          {way === 'copy' && funnels.length > 1 && (
            <CopyOf funnels={funnels} value={copyOf} onChange={setCopyOf} />
          )}
          <Text size="sm" c="dimmed">
            {t('funnels.atOnce')}
          </Text>
          <FormEnd onClose={onClose}>
            <Button type="submit" loading={isAdding} disabled={!both.es}>
              {t('draft.add')}
            </Button>
          </FormEnd>
        </Stack>
      </form>
    </Dialog>
  )
}

type CopyProps = { funnels: Definition[]; value: string; onChange: (key: string) => void }

function CopyOf({ funnels, value, onChange }: CopyProps) {
  const { t } = useTranslation()
  const nameOf = useFunnelName()
  return (
    <Select
      label={t('funnels.copyOf')}
      data={funnels.map(funnel => ({ value: funnel.key, label: nameOf(funnel) }))}
      value={value}
      allowDeselect={false}
      onChange={key => key && onChange(key)}
    />
  )
}
