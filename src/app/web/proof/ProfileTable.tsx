import { Button, Checkbox, Table, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Likeness } from '../../../proof/contract.ts'
import { useAccess } from '../../../ui/access.ts'
import { useFormat } from '../../../ui/format.ts'
import { Section } from '../../../ui/Page.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { useWholeSentence } from '../definitions/useDefinitions.ts'
import classes from './proof.module.css'

/** The ideal profile as the customers of today propose it; what is ticked becomes rules of fit in the draft. */
export function ProfileTable({ id, profile }: { id: string; profile: Likeness[] }) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const [chosen, setChosen] = useState(() => [...profile.keys()].filter(place => !profile[place]?.isRepeated))
  const toggle = (place: number) =>
    setChosen(chosen.includes(place) ? chosen.filter(each => each !== place) : [...chosen, place])
  const mayAdopt = can('definitions.manage') && profile.length > 0
  return (
    <Section
      title={t('proof.profile.title')}
      about={t('proof.profile.about')}
      actions={mayAdopt && <Adopt id={id} places={chosen} />}
    >
      {profile.length === 0 && <Text>{t('proof.profile.none')}</Text>}
      {profile.length > 0 && (
        <Table.ScrollContainer minWidth={560}>
          <Table className={classes.numbers}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('proof.profile.fact')}</Table.Th>
                {(['share', 'rest', 'times', 'people', 'points'] as const).map(key => (
                  <Table.Th key={key} ta="right">
                    {t(`proof.profile.${key}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {profile.map((likeness, place) => (
                <LikenessRow
                  key={JSON.stringify(likeness.when)}
                  likeness={likeness}
                  isChosen={chosen.includes(place)}
                  onToggle={mayAdopt ? () => toggle(place) : undefined}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Section>
  )
}

type RowProps = { likeness: Likeness; isChosen: boolean; onToggle?: () => void }

function LikenessRow({ likeness, isChosen, onToggle }: RowProps) {
  const format = useFormat()
  const { t } = useTranslation()
  const fact = useWholeSentence()(likeness.when)
  return (
    <Table.Tr>
      <Table.Td>
        {onToggle ? <Checkbox checked={isChosen} onChange={onToggle} label={fact} /> : fact}
        {likeness.isRepeated && <span className={classes.quiet}>{t('proof.profile.repeated')}</span>}
      </Table.Td>
      <Table.Td ta="right">{format.percent(likeness.share)}</Table.Td>
      <Table.Td ta="right">{format.percent(likeness.shareOfRest)}</Table.Td>
      <Table.Td ta="right">{format.number(Math.round(10 * likeness.times) / 10)}</Table.Td>
      <Table.Td ta="right">{format.number(likeness.people)}</Table.Td>
      <Table.Td ta="right">{format.signed(likeness.points)}</Table.Td>
    </Table.Tr>
  )
}

function Adopt({ id, places }: { id: string; places: number[] }) {
  const { t } = useTranslation()
  const { done, failed } = useToasts()
  const navigate = useNavigate()
  const adopt = useMutation({
    mutationFn: () => api.proof.adoptProfile.call({ id, places }),
    onSuccess: () => {
      done(t('proof.profile.adopted'))
      void navigate('/definitions#score')
    },
    onError: failed,
  })
  return (
    <Button
      variant="default"
      onClick={() => adopt.mutate()}
      loading={adopt.isPending}
      disabled={places.length === 0}
      title={t('proof.profile.adoptAbout')}
    >
      {t('proof.profile.adopt', { count: places.length })}
    </Button>
  )
}
