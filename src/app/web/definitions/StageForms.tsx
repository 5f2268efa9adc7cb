import { Button, Group, Stack, TextInput, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Criteria } from '../../../criteria/criteria.ts'
import { keyFrom } from '../../../platform/keyFrom.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { addStage, changeLifecycle } from './changing.ts'
import classes from './definitions.module.css'
import { Flaws } from './Flaws.tsx'
import { Rule } from './Rule.tsx'
import { CriterionField } from './StageEditor.tsx'
import { useEditing } from './useDraft.ts'

/** A new stage asks at first for nothing that anybody meets: it is written before it counts. */
const nobody: Criteria = { not: { all: [] } }

export function AddStage() {
  const { t } = useTranslation()
  const { shown, edit } = useEditing()
  const [opened, { open, close }] = useDisclosure()
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return
    const taken = ['none', 'outside', ...shown.lifecycle.stages.map(stage => stage.key)]
    const key = keyFrom(name, 'stage', key => taken.includes(key))
    const words = { es: name.trim(), en: name.trim() }
    edit(addStage({ key, name: words, responsible: 'both', color: 'yellow', entry: nobody }))
    setName('')
    close()
  }
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={open}
        disabled={shown.lifecycle.stages.length >= 12}
      >
        {t('draft.addStage')}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('draft.addStage')}>
        <form onSubmit={submit}>
          <Stack>
            <TextInput
              data-autofocus
              label={t('draft.name')}
              description={t('draft.addStageAbout')}
              maxLength={80}
              value={name}
              onChange={event => setName(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button type="submit" disabled={!name.trim()}>
                {t('draft.add')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </>
  )
}

/** Who stands in no stage, whatever they do. */
export function OutsideDefinition({ outside, canEdit }: { outside: Criteria | undefined; canEdit: boolean }) {
  const { t } = useTranslation()
  if (!outside && !canEdit) return null
  return (
    <article className={classes.stage} id="outside">
      <header className={classes.head}>
        <Title order={3}>{t('definitions.outside')}</Title>
        {canEdit && <OutsideActs outside={outside} />}
      </header>
      <p className={classes.lead}>{t(outside ? 'definitions.outsideAbout' : 'draft.nobodyOutside')}</p>
      {outside && <Rule rule={outside} />}
      {canEdit && <Flaws of={({ path }) => path[1] === 'outside'} />}
    </article>
  )
}

function OutsideActs({ outside }: { outside: Criteria | undefined }) {
  const { t } = useTranslation()
  const { edit } = useEditing()
  const [opened, { open, close }] = useDisclosure()
  return (
    <Group gap={4} ml="auto">
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPencil size={14} stroke={1.8} aria-hidden />}
        aria-label={t('draft.editStage', { stage: t('definitions.outside') })}
        onClick={open}
      >
        {t('draft.edit')}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('definitions.outside')} size="xl">
        <Stack>
          <CriterionField
            label={t('definitions.outsideAbout')}
            whose="contact"
            value={outside ?? { any: [] }}
            onChange={next => edit(changeLifecycle({ outside: isEmpty(next) ? undefined : next }))}
          />
          <Group justify="space-between">
            <Button variant="default" onClick={() => edit(changeLifecycle({ outside: undefined }))}>
              {t('draft.nobodyOutside')}
            </Button>
            <Button onClick={close}>{t('draft.ready')}</Button>
          </Group>
        </Stack>
      </Dialog>
    </Group>
  )
}

const isEmpty = (rule: Criteria) =>
  ('all' in rule && rule.all.length === 0) || ('any' in rule && rule.any.length === 0)
